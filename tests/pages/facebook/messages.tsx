// A chat: a bare Enter sends.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { type PageEditor, pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import { LexicalBox } from "../editors/lexical";
import { DivButton } from "./button";
import "./facebook.css";

function Chat() {
  const editor = useRef<PageEditor | null>(null);
  const [text, setText] = useState("");
  const send = (event: Event) =>
    takePost(event, "message", editor.current?.text() ?? "", () => {
      editor.current?.set("");
    });
  return (
    <div role="main" className="sheet">
      <a aria-label="Ann Lee" href="/ann.lee">
        Ann Lee
      </a>
      <div role="group" aria-label="Thread composer">
        <LexicalBox
          kind="plain"
          label="Message"
          placeholder="Aa"
          onReady={(ready) => {
            editor.current = ready;
          }}
          onText={setText}
          onEnter={send}
        />
        {text.trim() === "" ? (
          <DivButton label="Send a Like" />
        ) : (
          <DivButton label="Press enter to send" primary onPress={send} />
        )}
      </div>
    </div>
  );
}

createRoot(pageRoot()).render(<Chat />);
