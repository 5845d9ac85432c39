// Jane's own post, which she edits (`?text=risky`: what it says already), or another's, which she shares with words of her own above it.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { pageRoot, variant } from "../app/page";
import { DivButton } from "./button";
import { PostDialog } from "./dialog";
import "./facebook.css";

const TEXT = { none: "", risky: "Rang about NHS number 943 476 5919." }[variant("text", "none", "risky")];

function Story() {
  return (
    <div role="article" aria-label="Post by Ann Lee">
      <h3 data-ad-rendering-role="profile_name">Ann Lee</h3>
      <div data-ad-rendering-role="story_message">You saw me last week, Dr Doe, and I still wait for my results.</div>
    </div>
  );
}

function Posts() {
  const [open, setOpen] = useState<"edit" | "share" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <div role="article" aria-label="Post by Jane Doe">
        <h3 data-ad-rendering-role="profile_name">Jane Doe</h3>
        <div data-ad-rendering-role="story_message">{TEXT}</div>
        <DivButton label="Edit post" onPress={() => setOpen("edit")} />
      </div>
      <Story />
      <DivButton label="Share" onPress={() => setOpen("share")} />
      {open === "edit" && <PostDialog kind="post" title="Edit post" submit="Save" text={TEXT} onClose={close} />}
      {open === "share" && (
        <PostDialog
          kind="post"
          title="Share"
          prompt="Say something about this..."
          submit="Share now"
          below={<Story />}
          onClose={close}
        />
      )}
    </>
  );
}

createRoot(pageRoot()).render(<Posts />);
