// Those who ask to follow a protected account, and accounts to follow.

import { useState } from "react";
import { variant } from "../app/page";
import { takePost } from "../app/submit";
import { renderX } from "./frame";

const LABELS = {
  en: ["Accept", "Decline"],
  ms: ["Terima", "Tolak"],
  "zh-Hant": ["接受", "拒絕"],
  de: ["Akzeptieren", "Ablehnen"],
}[variant("lang", "en", "ms", "zh-Hant", "de")];

function Asking() {
  const [isDone, setDone] = useState(false);
  return (
    <div data-testid="UserCell" className="row">
      <a href="/ann">Ann @ann</a>
      {!isDone && (
        <>
          <button
            type="button"
            className="accept"
            aria-label={LABELS[0]}
            onClick={(event) => takePost(event.nativeEvent, "request", "accepted", () => setDone(true))}
          >
            {LABELS[0]}
          </button>
          <button type="button" aria-label={LABELS[1]} onClick={() => setDone(true)}>
            {LABELS[1]}
          </button>
        </>
      )}
    </div>
  );
}

function Account({ testId, kind, words }: { testId: string; kind: string; words: string }) {
  return (
    <div data-testid="UserCell" className="row">
      <a href="/riverside">Riverside @riverside</a>
      <button
        type="button"
        data-testid={testId}
        aria-label={`${words} @riverside`}
        onClick={(event) => takePost(event.nativeEvent, kind, "sent", () => undefined)}
      >
        {words}
      </button>
    </div>
  );
}

renderX(
  <>
    <Asking />
    <Account testId="9009-follow" kind="request" words="Follow" />
    <Account testId="9010-unfollow" kind="unfollow" words="Following" />
  </>,
);
