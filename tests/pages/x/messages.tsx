// Direct messages: the older box (Draft.js, a bare Enter sends), or X Chat's text area (`?chat=new`).

import { useBox } from "../app/box";
import { variant } from "../app/page";
import { DraftBox } from "../editors/draft";
import { TextBox } from "../editors/text-box";
import { renderX } from "./frame";
import { WORDS } from "./words";

const IS_NEW = variant("chat", "old", "new") === "new";

function Message({ side, id, words }: { side: "start" | "end"; id: string; words: string }) {
  return (
    <li>
      <div data-testid={`message-${id}`} className={`justify-${side}`}>
        <div data-testid={`message-text-${id}`}>
          <span dir="auto">{words}</span>
          <span aria-hidden="true">14:02</span>
        </div>
      </div>
    </li>
  );
}

function OldBox() {
  const { isEmpty, box, send } = useBox("message");
  return (
    <div className="row" data-testid="dmComposerAttachments">
      <DraftBox
        testId="dmComposerTextInput"
        label={WORDS.text}
        placeholder="Start a new message"
        sends="bare"
        {...box}
        onSend={send}
      />
      <button
        type="button"
        data-testid="dmComposerSendButton"
        aria-label={WORDS.send}
        disabled={isEmpty}
        onClick={(event) => send(event.nativeEvent)}
      >
        ➤
      </button>
    </div>
  );
}

function NewBox() {
  const { box, send } = useBox("message");
  return (
    <div className="row">
      <TextBox as="textarea" data-testid="dm-composer-textarea" placeholder="Message" {...box} onEnter={send} />
      <button type="button" data-testid="dm-composer-send-button" onClick={(event) => send(event.nativeEvent)}>
        ➤
      </button>
    </div>
  );
}

renderX(
  <div data-testid="dm-container">
    <div data-testid="dm-conversation-header">Ann</div>
    {IS_NEW ? (
      <ul data-testid="dm-message-list">
        <Message side="start" id="7f3a" words="Are my results back?" />
        <Message side="end" id="81c0" words="The desk is open until six." />
      </ul>
    ) : (
      <div data-testid="messageEntry">
        <div data-testid="tweetText">Are my results back?</div>
      </div>
    )}
    {IS_NEW ? <NewBox /> : <OldBox />}
  </div>,
);
