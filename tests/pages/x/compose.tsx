// The modal at /compose/post: a new post, a thread of two (`?thread=two`), or an answer to Ann (`?kind=reply`).

import { useState } from "react";
import { variant } from "../app/page";
import { Composer } from "./composer";
import { AnnsPost, renderX } from "./frame";
import { WORDS } from "./words";

const KIND = variant("kind", "post", "reply");
const BOXES = variant("thread", "one", "two") === "two" ? 2 : 1;

function Modal() {
  const [isOpen, setOpen] = useState(true);
  const close = () => setOpen(false);
  if (!isOpen) return null;
  return (
    <div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="dialog">
      <h2 id="modal-header" className="row">
        <button type="button" data-testid="app-bar-close" aria-label="Close" onClick={close}>
          ×
        </button>
      </h2>
      {KIND === "reply" && (
        <>
          <AnnsPost />
          <div>
            {WORDS.replyingTo} <a href="/ann">@ann</a>
          </div>
        </>
      )}
      <Composer kind={KIND} place="modal" boxes={BOXES} onPosted={close} />
    </div>
  );
}

renderX(<AnnsPost />, <Modal />);
