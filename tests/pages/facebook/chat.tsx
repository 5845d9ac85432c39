// A chat of Facebook and of Messenger on its own host: a bare Enter sends, and the control that sends comes with the text.

import { createRoot } from "react-dom/client";
import "../app/samples";
import { useBox } from "../app/box";
import { pageRoot, variant } from "../app/page";
import { LexicalBox } from "../editors/lexical";
import { DivButton } from "./button";
import "./facebook.css";

function Messages({ way, words }: { way: "incoming" | "outgoing"; words: string }) {
  return (
    <div data-testid={`${way}_group`}>
      <div role="row">
        <div dir="auto" role="none">
          <div dir="auto">{words}</div>
        </div>
      </div>
    </div>
  );
}

/** Another chat that is open beside this one, in which nothing has come yet. */
const BESIDE = variant("beside", "nothing", "chat");

function OtherChat() {
  return (
    <div className="sheet">
      <Messages way="incoming" words="Are my results back?" />
      <div role="group" aria-label="Thread composer">
        <div role="textbox" aria-label="Message" contentEditable suppressContentEditableWarning />
      </div>
    </div>
  );
}

function Chat() {
  const { isEmpty, box, send } = useBox("message");
  return (
    <div role="main" className="sheet">
      <a aria-label="Ann Lee" href="/ann.lee">
        Ann Lee
      </a>
      {BESIDE === "nothing" && <Messages way="incoming" words="Are my results back?" />}
      <Messages way="outgoing" words="The desk is open until six." />
      <div role="group" aria-label="Thread composer">
        <LexicalBox kind="plain" label="Message" placeholder="Aa" {...box} onEnter={send} />
        {isEmpty ? <DivButton label="Send a Like" /> : <DivButton label="Press enter to send" primary onPress={send} />}
      </div>
    </div>
  );
}

createRoot(pageRoot()).render(
  <>
    {BESIDE === "chat" && <OtherChat />}
    <Chat />
  </>,
);
