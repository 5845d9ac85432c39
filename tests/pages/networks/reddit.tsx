// Reddit: Lexical slotted into its composer element, below the post that is answered.

import { createElement, useRef } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { type PageEditor, pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import { LexicalBox } from "../editors/lexical";
import "../facebook/facebook.css";

function Composer() {
  const editor = useRef<PageEditor | null>(null);
  const send = (event: Event) =>
    takePost(event, "comment", editor.current?.text() ?? "", () => {
      editor.current?.set("");
    });
  return createElement(
    "shreddit-composer",
    null,
    <LexicalBox
      kind="rich"
      placeholder="Join the conversation"
      onReady={(ready) => {
        editor.current = ready;
      }}
      onText={() => undefined}
    />,
    <button slot="submit-button" type="submit" className="primary" onClick={(event) => send(event.nativeEvent)}>
      Comment
    </button>,
  );
}

createRoot(pageRoot()).render(
  <div className="sheet">
    {createElement("shreddit-post", null, <h1 slot="title">Is anyone else’s clinic full?</h1>)}
    <Composer />
  </div>,
);
