// Reddit: Lexical slotted into its composer element, below the post that is answered.

import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { useBox } from "../app/box";
import { pageRoot } from "../app/page";
import { LexicalBox } from "../editors/lexical";
import "../app/base.css";

function Composer() {
  const { box, send } = useBox("comment");
  return createElement(
    "shreddit-composer",
    null,
    <LexicalBox kind="rich" placeholder="Join the conversation" {...box} />,
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
