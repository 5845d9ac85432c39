// The modal at /compose/post: a new post, a thread of two (`?thread=two`), an answer to Ann (`?kind=reply`), or a post with a poll, with
// Ann's post quoted or with a picture (`?with`).

import { useState } from "react";
import { variant } from "../app/page";
import { Picture, PictureEditor, Poll, QuotedPost } from "./attachments";
import { Composer } from "./composer";
import { AnnsPost, renderX } from "./frame";
import { WORDS } from "./words";

const KIND = variant("kind", "post", "reply");
const BOXES = variant("thread", "one", "two") === "two" ? 2 : 1;
const WITH = variant("with", "nothing", "poll", "quote", "picture");
const PROMPT = { nothing: WORDS.prompt, picture: WORDS.prompt, poll: "Ask a question", quote: "Add a comment" }[WITH];

function Modal() {
  const [shown, show] = useState<"post" | "picture" | "nothing">("post");
  const [choices, setChoices] = useState<readonly string[]>(["", ""]);
  const [description, setDescription] = useState("");
  const close = () => show("nothing");
  if (shown === "nothing") return null;
  if (shown === "picture") {
    const done = (text: string) => {
      setDescription(text);
      show("post");
    };
    return <PictureEditor description={description} onDone={done} />;
  }

  const attached = {
    nothing: undefined,
    poll: {
      show: <Poll onChoice={(index, text) => setChoices((before) => before.with(index, text))} />,
      words: choices,
    },
    quote: { show: <QuotedPost />, words: [] },
    picture: {
      show: <Picture description={description} onDescribed={setDescription} onEdit={() => show("picture")} />,
      words: [description],
    },
  }[WITH];
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
      <Composer
        kind={KIND}
        place="modal"
        boxes={BOXES}
        prompt={PROMPT}
        {...(attached ? { attached } : {})}
        onPosted={close}
      />
    </div>
  );
}

renderX(<AnnsPost />, <Modal />);
