// OpenRedaction with all its patterns.

import { answer, load } from "./peer.mjs";

const { OpenRedaction } = await load("openredaction");
const detector = new OpenRedaction();
/** What its types mean here; every other is a number, a contact or an address. */
const KINDS = [
  [/NAME|PERSON/, "person"],
  [/URL|SOCIAL|HANDLE|USERNAME/, "handle"],
  [/DATE/, "date"],
];

await answer("openredaction", async (text) => {
  const { detections } = await detector.detect(text);
  return detections.map(({ type, position: [start, end] }) => ({
    kind: KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? "id",
    start,
    end,
  }));
});
