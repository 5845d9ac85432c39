// WhatsApp Web: Lexical in the footer of a chat; a bare Enter sends.

import { createRoot } from "react-dom/client";
import "../app/samples";
import { useBox } from "../app/box";
import { pageRoot } from "../app/page";
import { LexicalBox } from "../editors/lexical";
import "../app/base.css";

function Chat() {
  const { isEmpty, box, send } = useBox("message");
  return (
    <div id="main" className="sheet">
      <header>Ann Lee</header>
      <div className="message-in">
        <span className="selectable-text copyable-text">Are my results back?</span>
      </div>
      <footer>
        <LexicalBox kind="plain" label="Type a message" placeholder="Type a message" {...box} onEnter={send} />
        {!isEmpty && (
          <button type="button" aria-label="Send" className="primary" onClick={(event) => send(event.nativeEvent)}>
            <span data-icon="wds-ic-send-filled">➤</span>
          </button>
        )}
      </footer>
    </div>
  );
}

createRoot(pageRoot()).render(<Chat />);
