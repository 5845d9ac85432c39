import assert from "node:assert/strict";
import { test } from "node:test";
import { editBetween, follow, type Span } from "./follow";

/** `[brackets]` mark the span before and after an edit; no brackets after: the span is gone. */
const CASES: [what: string, before: string, after: string][] = [
  ["typing before it moves it", "my [patient]", "oh, my [patient]"],
  ["typing after it leaves it", "my [patient]", "my [patient] said"],
  ["typing inside it stretches it", "my [patient]", "my [patXient]"],
  ["deleting inside it shrinks it", "my [patient]", "my [paent]"],
  ["deleting its start keeps the rest", "my [patient] is", "m[ent] is"],
  ["deleting its end keeps the rest", "my [patient] is", "my [pat]s"],
  ["deleting it removes it", "my [patient] is", "my  is"],
  ["replacing it removes it", "my [patient] is", "my dog is"],
  ["replacing all removes it", "my [patient] is", "zzz"],
  ["a line break before it moves it", "a [b] c", "a\n\n[b] c"],
];

for (const [what, before, after] of CASES) {
  test(`underline follows: ${what}`, () => {
    const old = spanOf(before);
    const edit = editBetween(bare(before), bare(after));
    assert.ok(old && edit);
    if (!old || !edit) return;
    assert.deepEqual(follow(old, edit), spanOf(after));
  });
}

test("equal texts have no edit between them", () => {
  assert.equal(editBetween("same", "same"), null);
});

test("an edit turns one text into the other, whatever repeats in them", () => {
  const texts = ["", "a", "aa", "aba", "abab", "b", "👩‍⚕️", "👩‍⚕️👩‍⚕️", "a\n\na"];
  for (const before of texts) {
    for (const after of texts) {
      const edit = editBetween(before, after) ?? { start: 0, removed: 0, inserted: 0 };
      const inserted = after.slice(edit.start, edit.start + edit.inserted);
      assert.equal(before.slice(0, edit.start) + inserted + before.slice(edit.start + edit.removed), after);
    }
  }
});

function bare(text: string): string {
  return text.replaceAll(/[[\]]/g, "");
}

function spanOf(text: string): Span | null {
  const start = text.indexOf("[");
  return start < 0 ? null : { start, end: text.indexOf("]") - 1 };
}
