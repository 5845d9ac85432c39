// The comment box: a bare Enter sends, unless it picks a name from the list; the send control lies in a wrapper whose id is
// the same in every language.

import { useBox } from "../app/box";
import { LexicalBox } from "../editors/lexical";
import { DivButton } from "./button";
import { WORDS } from "./words";

const PEOPLE = ["Ann Lee", "Anton Meyer", "Priya Nair"];

interface CommentBoxProps {
  kind: "comment" | "reply";
  label: string;
}

export function CommentBox({ kind, label }: CommentBoxProps) {
  const { isEmpty, box, send } = useBox(kind);
  return (
    <form role="presentation" onSubmit={(event) => event.preventDefault()}>
      <div>
        <LexicalBox kind="plain" label={label} placeholder={`${label}…`} mentions={PEOPLE} {...box} onEnter={send} />
      </div>
      <input type="file" accept="video/*,image/*" hidden />
      <div className="row">
        <DivButton label="Attach a photo or video" />
        <div id="focused-state-composer-submit">
          <span>
            <DivButton label={WORDS.comment} primary disabled={isEmpty} onPress={send}>
              <i data-visualcompletion="css-img">➤</i>
            </DivButton>
          </span>
        </div>
      </div>
    </form>
  );
}
