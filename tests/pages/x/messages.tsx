// Direct messages: the older box (Draft.js, a bare Enter sends), or X Chat's text area (`?chat=new`).

import { useEffect, useRef, useState } from "react";
import { announce, type PageEditor, variant } from "../app/page";
import { takePost } from "../app/submit";
import { DraftBox } from "../editors/draft";
import { renderX } from "./frame";
import { WORDS } from "./words";

function OldBox() {
  const editor = useRef<PageEditor | null>(null);
  const [text, setText] = useState("");
  const send = (event: Event) =>
    takePost(event, "message", editor.current?.text() ?? "", () => {
      editor.current?.set("");
    });
  return (
    <div className="row" data-testid="dmComposerAttachments">
      <DraftBox
        testId="dmComposerTextInput"
        label={WORDS.text}
        placeholder="Start a new message"
        sends="bare"
        onReady={(ready) => {
          editor.current = ready;
        }}
        onText={setText}
        onSend={send}
      />
      <button
        type="button"
        data-testid="dmComposerSendButton"
        aria-label={WORDS.send}
        disabled={text.trim() === ""}
        onClick={(event) => send(event.nativeEvent)}
      >
        ➤
      </button>
    </div>
  );
}

function NewBox() {
  const [text, setText] = useState("");
  const latest = useRef("");
  const change = (value: string) => {
    latest.current = value;
    setText(value);
  };
  const send = (event: Event) => takePost(event, "message", latest.current, () => change(""));
  const box = useRef<HTMLTextAreaElement | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the handle belongs to the box, not to a rendering of it
  useEffect(() => {
    if (box.current) return announce({ root: box.current, text: () => latest.current, set: change });
  }, []);

  return (
    <div className="row">
      <textarea
        data-testid="dm-composer-textarea"
        placeholder="Message"
        value={text}
        ref={box}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send(event.nativeEvent);
        }}
      />
      <button type="button" data-testid="dm-composer-send-button" onClick={(event) => send(event.nativeEvent)}>
        ➤
      </button>
    </div>
  );
}

renderX(
  <div data-testid="dm-container">
    <div data-testid="dm-conversation-header">Ann</div>
    <div data-testid="dm-message-list" />
    {variant("chat", "old", "new") === "new" ? <NewBox /> : <OldBox />}
  </div>,
);
