import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_MESSAGE } from "./messages";
import { isLineRequest, isPopupRequest } from "./shapes";

const DRAFT = {
  text: "words",
  site: "x",
  surface: "post",
  audience: "public",
  in_reply_to: null,
  jurisdiction: null,
  attachments: [{ kind: "image", name: "ward.jpg" }],
};

const SCORES = Array(19).fill(-0.5);

test("a draft as the line sends it is taken", () => {
  assert.ok(isLineRequest({ kind: "check", id: 1, draft: DRAFT }));
});

test("a draft with what a closer look found is taken", () => {
  const closer_look = [{ scores: SCORES, runs: [[3, 0, 5]], names: [[0, 5, -1.5]] }, null];
  assert.ok(isLineRequest({ kind: "check", id: 1, draft: { ...DRAFT, closer_look } }));
});

const REFUSED: [what: string, message: unknown][] = [
  ["nothing", null],
  ["a word", "check"],
  ["an unknown kind", { kind: "open-file" }],
  ["a kind every object has", { kind: "constructor" }],
  ["a draft without its text", { kind: "check", id: 1, draft: { ...DRAFT, text: undefined } }],
  ["an audience that is none", { kind: "check", id: 1, draft: { ...DRAFT, audience: "safe" } }],
  ["a draft beyond the cap", { kind: "check", id: 1, draft: { ...DRAFT, text: "x".repeat(MAX_MESSAGE) } }],
  [
    "a reading without its scores",
    { kind: "check", id: 1, draft: { ...DRAFT, closer_look: [{ scores: [1], runs: [], names: [] }] } },
  ],
  [
    "a run without its end",
    { kind: "check", id: 1, draft: { ...DRAFT, closer_look: [{ scores: SCORES, runs: [[3, 0]], names: [] }] } },
  ],
  [
    "a run before the text",
    { kind: "check", id: 1, draft: { ...DRAFT, closer_look: [{ scores: SCORES, runs: [[3, -1, 5]], names: [] }] } },
  ],
  [
    "a name before the text",
    { kind: "check", id: 1, draft: { ...DRAFT, closer_look: [{ scores: SCORES, runs: [], names: [[-1, 5, 2]] }] } },
  ],
  [
    "a name of which nobody says how sure it is",
    { kind: "check", id: 1, draft: { ...DRAFT, closer_look: [{ scores: SCORES, runs: [], names: [[0, 5]] }] } },
  ],
  ["a closer look at nothing", { kind: "look-closer", id: 1 }],
  ["a choice that does not last", { kind: "ignore", scope: "once", rule: "a/b", hash: null }],
  ["a counter that is none", { kind: "count", what: "posts" }],
  ["an end of asking without its number", { kind: "stop-asking-about-requests" }],
  ["a number that is none", { kind: "insert-css", id: Number.NaN, css: "" }],
];

for (const [what, message] of REFUSED) {
  test(`a content script's message is refused: ${what}`, () => assert.ok(!isLineRequest(message)));
}

test("the popup's requests and the line's are not taken for each other", () => {
  assert.ok(isPopupRequest({ kind: "toggle-site", site: "x", on: false }));
  assert.ok(!isLineRequest({ kind: "toggle-site", site: "x", on: false }));
  assert.ok(!isPopupRequest({ kind: "check", id: 1, draft: DRAFT }));
});
