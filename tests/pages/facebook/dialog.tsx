// The create-post dialog: in one step (Post), or in two (Next, then Post on the settings panel beside it, off the screen
// until then). In a group or an event its name stands where the privacy control is elsewhere. The dialogs that edit a post (Save) and
// share one (Share now) are made alike.

import { type ReactNode, useState } from "react";
import { useBox } from "../app/box";
import { LexicalBox } from "../editors/lexical";
import { AudienceButton } from "./audience";
import { DivButton } from "./button";
import { AUDIENCE, AUTHOR, WORDS } from "./words";

interface PostDialogProps {
  kind: "post" | "group-post";
  flow?: "one-step" | "two-step";
  /** The group or the event. */
  within?: string;
  title?: string;
  prompt?: string;
  submit?: string;
  /** The text it begins with. */
  text?: string;
  /** What stands below the text: the post that is shared. */
  below?: ReactNode;
  onClose(): void;
}

export function PostDialog({
  kind,
  flow = "one-step",
  within,
  title = WORDS.dialog,
  prompt = WORDS.prompt,
  submit = WORDS.post,
  text = "",
  below,
  onClose,
}: PostDialogProps) {
  const { isEmpty, box, send } = useBox(kind, onClose);
  const [onSettings, setOnSettings] = useState(false);

  return (
    <div role="dialog" aria-label={title} aria-labelledby="_r_1_" className="dialog">
      <form method="POST" onSubmit={(event) => event.preventDefault()}>
        <div className={onSettings ? "panels second" : "panels"}>
          <div className="panel">
            <div className="row">
              <h2 dir="auto" id="_r_1_">
                <span>{title}</span>
              </h2>
              <DivButton label={WORDS.close} onPress={onClose}>
                ×
              </DivButton>
            </div>
            <div className="row">
              <span>{AUTHOR}</span>
              {within ? <span>{within}</span> : <AudienceButton />}
            </div>
            <div>
              <LexicalBox
                kind="rich"
                placeholder={prompt}
                {...box}
                onReady={(ready) => {
                  box.onReady(ready);
                  if (text) ready.set(text);
                  ready.root.focus();
                }}
              />
            </div>
            {below}
            <input type="file" multiple accept="image/*,image/heif,image/heic,video/*,video/mp4" hidden />
            <div className="row">
              <DivButton label="Photo/video" />
              {flow === "one-step" ? (
                <DivButton label={submit} primary disabled={isEmpty} onPress={send} />
              ) : (
                <DivButton label={WORDS.next} primary disabled={isEmpty} onPress={() => setOnSettings(true)} />
              )}
            </div>
          </div>
          {flow === "two-step" && (
            <div className="panel" aria-label={WORDS.settings}>
              <h2>{WORDS.settings}</h2>
              <div role="button" tabIndex={0}>
                {WORDS.audienceRow}
                <br />
                {WORDS[AUDIENCE]}
              </div>
              <input type="checkbox" role="switch" aria-label="Boost post" />
              <DivButton label={submit} primary onPress={send} />
            </div>
          )}
        </div>
        <input type="submit" hidden />
      </form>
    </div>
  );
}
