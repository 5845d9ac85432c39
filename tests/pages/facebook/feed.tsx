// The home feed: the row that opens the create-post dialog, and a post below it.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { pageRoot, variant } from "../app/page";
import { DivButton } from "./button";
import { PostDialog } from "./dialog";
import "./facebook.css";
import { WORDS } from "./words";

function Feed() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="sheet" data-pagelet="FeedComposer">
        <DivButton label={WORDS.prompt} onPress={() => setOpen(true)} />
      </div>
      <div role="article">
        <h3 data-ad-rendering-role="profile_name">Ann Lee</h3>
        <div data-ad-rendering-role="story_message">First frost on the harbour this morning.</div>
      </div>
      {isOpen && (
        <PostDialog kind="post" flow={variant("flow", "one-step", "two-step")} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

createRoot(pageRoot()).render(<Feed />);
