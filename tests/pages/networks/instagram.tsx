// Instagram: a comment below a picture (a text area, Enter sends), the caption of a new one, a message (`?box`). Of caption and message
// only the labels are on record.

import { createRoot } from "react-dom/client";
import "../app/samples";
import { useBox } from "../app/box";
import { pageRoot, variant } from "../app/page";
import { LexicalBox } from "../editors/lexical";
import { TextBox } from "../editors/text-box";
import { DivButton } from "../facebook/button";
import "../app/base.css";

function Comment() {
  const { isEmpty, box, send } = useBox("comment");
  return (
    <form className="sheet" onSubmit={(event) => event.preventDefault()}>
      <TextBox as="textarea" aria-label="Add a comment…" placeholder="Add a comment…" {...box} onEnter={send} />
      <DivButton label="Post" disabled={isEmpty} onPress={send} />
    </form>
  );
}

function Caption() {
  const { box, send } = useBox("post");
  return (
    <div role="dialog" aria-label="Create new post" className="dialog">
      <LexicalBox kind="rich" label="Write a caption..." placeholder="Write a caption..." {...box} />
      <DivButton label="Share" onPress={send} />
    </div>
  );
}

function Message() {
  const { isEmpty, box, send } = useBox("message");
  return (
    <div className="sheet">
      <LexicalBox kind="plain" label="Message" placeholder="Message..." {...box} onEnter={send} />
      {!isEmpty && <DivButton label="Send" onPress={send} />}
    </div>
  );
}

const Shown = { comment: Comment, caption: Caption, message: Message }[variant("box", "comment", "caption", "message")];
createRoot(pageRoot()).render(<Shown />);
