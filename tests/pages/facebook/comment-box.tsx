// The comment box: a bare Enter sends, unless it picks a name from the list; the send control lies in a wrapper whose id is
// the same in every language.

import { useRef, useState } from "react";
import type { PageEditor } from "../app/page";
import { takePost } from "../app/submit";
import { LexicalBox } from "../editors/lexical";
import { DivButton } from "./button";
import { WORDS } from "./words";

const PEOPLE = ["Ann Lee", "Anton Meyer", "Priya Nair"];

interface CommentBoxProps {
  kind: "comment" | "reply";
  label: string;
}

export function CommentBox({ kind, label }: CommentBoxProps) {
  const editor = useRef<PageEditor | null>(null);
  const [text, setText] = useState("");
  const send = (event: Event) =>
    takePost(event, kind, editor.current?.text() ?? "", () => {
      editor.current?.set("");
    });

  return (
    <form role="presentation" onSubmit={(event) => event.preventDefault()}>
      <div>
        <LexicalBox
          kind="plain"
          label={label}
          placeholder={`${label}…`}
          mentions={PEOPLE}
          onReady={(ready) => {
            editor.current = ready;
          }}
          onText={setText}
          onEnter={send}
        />
      </div>
      <input type="file" accept="video/*,image/*" hidden />
      <div className="row">
        <DivButton label="Attach a photo or video" />
        <div id="focused-state-composer-submit">
          <span>
            <DivButton label={WORDS.comment} primary disabled={text.trim() === ""} onPress={send}>
              <i data-visualcompletion="css-img">➤</i>
            </DivButton>
          </span>
        </div>
      </div>
    </form>
  );
}
