import assert from "node:assert/strict";
import { test } from "node:test";
import messages from "../_locales/en/messages.json";
import type { Fact } from "./contract";
import { linesOf } from "./words";

/** The browser's own way of filling in words, in little. */
const getMessage = (key: string, inserts: string[]): string => {
  const { message = "" } = (messages as Record<string, { message: string }>)[key] ?? {};
  return inserts.reduce((words, insert) => words.replace(/\$[A-Z]+\$/, insert), message);
};
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

const lines = (...facts: Fact[]): string[] => linesOf({ facts, caution: null });

test("place, time and device make one sentence", () => {
  const place: Fact = { kind: "place", near: "Ipoh", country: "MY" };
  const said = lines({ kind: "device", name: "iPhone 14" }, { kind: "time", at: "2024-03-03T14:12" }, place);
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", /^Taken near Ipoh, Malaysia on .*2024.* at 14:12 with iPhone 14$/);
});

test("a place far from any town is still a place", () => {
  assert.deepEqual(lines({ kind: "place", near: null, country: "AU" }), ["Taken in Australia"]);
  assert.match(lines({ kind: "place", near: null, country: null })[0] ?? "", /^Taken at a place/);
});

test("a day without a time is no midnight", () => {
  assert.doesNotMatch(lines({ kind: "time", at: "2024-03-03" })[0] ?? "", /:/);
});

test("a word about the file's kind comes first, and unread records are not spoken of", () => {
  const said = linesOf({ facts: [{ kind: "other" }, { kind: "author", name: "Jane Doe" }], caution: "dicom" });
  assert.equal(said.length, 2);
  assert.match(said[0] ?? "", /DICOM/);
  assert.equal(said[1], "Author or owner: Jane Doe");
});
