// Threads: a post, or a reply to Ann (`?kind=reply`), in Lexical inside a dialog.

import { createRoot } from "react-dom/client";
import "../app/samples";
import { useBox } from "../app/box";
import { sendsOnCommandEnter } from "../app/keys";
import { pageRoot, variant } from "../app/page";
import { LexicalBox } from "../editors/lexical";
import { DivButton } from "../facebook/button";
import "../app/base.css";

const KIND = variant("kind", "post", "reply");

function Dialog() {
  const { isEmpty, box, send } = useBox(KIND);
  return (
    <div role="dialog" aria-label="New thread" className="dialog">
      <LexicalBox
        kind="rich"
        placeholder={KIND === "reply" ? "Reply to ann…" : "What’s new?"}
        {...box}
        onReady={(ready) => {
          box.onReady(ready);
          sendsOnCommandEnter(ready.root, send);
        }}
      />
      <DivButton label="Post" disabled={isEmpty} onPress={send} />
    </div>
  );
}

createRoot(pageRoot()).render(<Dialog />);
