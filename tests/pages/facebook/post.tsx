// A post with its comments: `?box=comment` writes under the post, `?box=reply` answers Ann's comment, `?box=edit` stands in the place of
// Jane's own, which is being edited.

import { createRoot } from "react-dom/client";
import "../app/samples";
import { pageRoot, variant } from "../app/page";
import { CommentBox } from "./comment-box";
import "./facebook.css";
import { AUTHOR, gap, WORDS } from "./words";

const BOX = variant("box", "comment", "reply", "edit");

function Post() {
  return (
    <div role="article" aria-label="Post by Riverside Practice">
      <h3 data-ad-rendering-role="profile_name">Riverside Practice</h3>
      <div data-ad-rendering-role="story_message">Our walk-in clinic moves to Mill Lane on Monday.</div>
      <div role="article" aria-label="Comment by Ann Lee 2 hours ago">
        <strong>Ann Lee</strong>
        <div dir="auto">I waited three hours there last week and nobody told me my results.</div>
        {BOX === "reply" && <CommentBox kind="reply" label="Reply to Ann Lee" />}
      </div>
      {BOX === "edit" && (
        <div role="article" aria-label="Comment by Jane Doe 5 minutes ago">
          <strong>Jane Doe</strong>
          <CommentBox kind="comment" label={gap(WORDS.commentAs, AUTHOR)} />
        </div>
      )}
      {BOX === "comment" && <CommentBox kind="comment" label={gap(WORDS.commentAs, AUTHOR)} />}
    </div>
  );
}

createRoot(pageRoot()).render(<Post />);
