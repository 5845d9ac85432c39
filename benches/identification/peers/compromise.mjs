// compromise: people, places and organisations by rules, and contacts.

import { answer, load } from "./peer.mjs";

const { default: nlp } = await load("compromise");
const KINDS = [
  ["people", "person"],
  ["places", "place"],
  ["organizations", "institution"],
  ["emails", "contact"],
  ["phoneNumbers", "contact"],
];

await answer("compromise", (text) => {
  const read = nlp(text);
  return KINDS.flatMap(([method, kind]) =>
    read[method]()
      .json({ offset: true })
      .map(({ offset }) => ({ kind, start: offset.start, end: offset.start + offset.length })),
  );
});
