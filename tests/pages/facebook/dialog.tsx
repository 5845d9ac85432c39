// The create-post dialog: in one step (Post), or in two (Next, then Post on the settings panel beside it, off the screen
// until then). In a group the name of the group stands where the privacy control is elsewhere.

import { useRef, useState } from "react";
import type { PageEditor } from "../app/page";
import { takePost } from "../app/submit";
import { LexicalBox } from "../editors/lexical";
import { AudienceButton } from "./audience";
import { DivButton } from "./button";
import { AUDIENCE, AUTHOR, WORDS } from "./words";

interface PostDialogProps {
  kind: "post" | "group-post";
  flow: "one-step" | "two-step";
  group?: string;
  onClose(): void;
}

export function PostDialog({ kind, flow, group, onClose }: PostDialogProps) {
  const editor = useRef<PageEditor | null>(null);
  const [text, setText] = useState("");
  const [onSettings, setOnSettings] = useState(false);
  const isEmpty = text.trim() === "";
  const post = (event: Event) => takePost(event, kind, editor.current?.text() ?? "", onClose);

  return (
    <div role="dialog" aria-label={WORDS.dialog} aria-labelledby="_r_1_" className="dialog">
      <form method="POST" onSubmit={(event) => event.preventDefault()}>
        <div className={onSettings ? "panels second" : "panels"}>
          <div className="panel">
            <div className="row">
              <h2 dir="auto" id="_r_1_">
                <span>{WORDS.dialog}</span>
              </h2>
              <DivButton label={WORDS.close} onPress={onClose}>
                ×
              </DivButton>
            </div>
            <div className="row">
              <span>{AUTHOR}</span>
              {group ? <span>{group}</span> : <AudienceButton />}
            </div>
            <div>
              <LexicalBox
                kind="rich"
                placeholder={WORDS.prompt}
                onReady={(ready) => {
                  editor.current = ready;
                  ready.root.focus();
                }}
                onText={setText}
              />
            </div>
            <input type="file" multiple accept="image/*,image/heif,image/heic,video/*,video/mp4" hidden />
            <div className="row">
              <DivButton label="Photo/video" />
              {flow === "one-step" ? (
                <DivButton label={WORDS.post} primary disabled={isEmpty} onPress={post} />
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
              <DivButton label={WORDS.post} primary onPress={post} />
            </div>
          )}
        </div>
        <input type="submit" hidden />
      </form>
    </div>
  );
}
