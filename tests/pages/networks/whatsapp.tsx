// WhatsApp Web: Lexical in the footer of a chat; a bare Enter sends.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { type PageEditor, pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import { LexicalBox } from "../editors/lexical";
import "../facebook/facebook.css";

function Chat() {
  const editor = useRef<PageEditor | null>(null);
  const [text, setText] = useState("");
  const send = (event: Event) =>
    takePost(event, "message", editor.current?.text() ?? "", () => {
      editor.current?.set("");
    });
  return (
    <div id="main" className="sheet">
      <header>Ann Lee</header>
      <div className="message-in">
        <span className="selectable-text copyable-text">Are my results back?</span>
      </div>
      <footer>
        <LexicalBox
          kind="plain"
          label="Type a message"
          placeholder="Type a message"
          onReady={(ready) => {
            editor.current = ready;
          }}
          onText={setText}
          onEnter={send}
        />
        {text.trim() !== "" && (
          <button type="button" aria-label="Send" className="primary" onClick={(event) => send(event.nativeEvent)}>
            <span data-icon="wds-ic-send-filled">➤</span>
          </button>
        )}
      </footer>
    </div>
  );
}

createRoot(pageRoot()).render(<Chat />);
