// X's composer, inline and in the modal: boxes of one thread, what is attached, the audience, and one submit for all of them.

import { type ReactNode, useRef, useState } from "react";
import type { PageEditor } from "../app/page";
import { takePost } from "../app/submit";
import { DraftBox } from "../editors/draft";
import { AUDIENCE_WORD, WORDS } from "./words";

interface ComposerProps {
  kind: "post" | "reply" | "group-post";
  place: "inline" | "modal";
  boxes?: 1 | 2;
  prompt?: string;
  /** What is shown below the last box, and the words that go out with it. */
  attached?: { show: ReactNode; words: readonly string[] };
  onPosted?: () => void;
}

export function Composer({ kind, place, boxes = 1, prompt = WORDS.prompt, attached, onPosted }: ComposerProps) {
  const editors = useRef<PageEditor[]>([]);
  const [texts, setTexts] = useState<readonly string[]>(Array(boxes).fill(""));
  const isEmpty = !attached && texts.every((text) => text.trim() === "");
  const isReply = kind === "reply";

  const send = (event: Event) => {
    const words = [...editors.current.map((editor) => editor.text()), ...(attached?.words ?? [])];
    takePost(event, kind, words.filter((part) => part !== "").join("\n\n"), () => {
      for (const editor of editors.current) editor.set("");
      onPosted?.();
    });
  };

  const submit = (
    <button
      type="button"
      role="button"
      data-testid={place === "modal" ? "tweetButton" : "tweetButtonInline"}
      className="primary"
      disabled={isEmpty}
      aria-disabled={isEmpty ? true : undefined}
      onClick={(event) => send(event.nativeEvent)}
    >
      <span>
        <span>{isReply ? WORDS.reply : boxes > 1 ? WORDS.postAll : WORDS.post}</span>
      </span>
    </button>
  );

  return (
    <>
      {AUDIENCE_WORD && (
        <button type="button" aria-haspopup="menu" aria-expanded={false} aria-label={WORDS.choose}>
          <span>{AUDIENCE_WORD}</span>
        </button>
      )}
      {texts.map((_, index) => (
        <DraftBox
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes never change places
          key={index}
          testId={`tweetTextarea_${index}`}
          label={WORDS.text}
          placeholder={isReply ? WORDS.replyPrompt : prompt}
          sends="modifier"
          onReady={(ready) => {
            editors.current[index] = ready;
            if (place === "modal" && index === 0) ready.root.focus();
          }}
          onText={(text) => setTexts((before) => before.with(index, text))}
          onSend={send}
        />
      ))}
      {attached && <div data-testid="attachments">{attached.show}</div>}
      {!isReply && (
        <button type="button" aria-label={WORDS.everyoneCanReply}>
          <span>{WORDS.everyoneCanReply}</span>
        </button>
      )}
      <div data-testid="toolBar" role="navigation" className="row">
        <input
          type="file"
          data-testid="fileInput"
          multiple
          tabIndex={-1}
          accept="image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime"
          hidden
        />
        {submit}
      </div>
    </>
  );
}
