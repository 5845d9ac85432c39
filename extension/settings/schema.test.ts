import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, MAX_FIELD, readChanges, readSettings } from "./schema";

test("nothing stored yet: the defaults, and nothing is damaged", () => {
  assert.deepEqual(readSettings(undefined), { settings: DEFAULTS, damaged: [] });
});

const DAMAGED: [what: string, stored: unknown, fields: string[]][] = [
  ["not an object", "settings", Object.keys(DEFAULTS)],
  ["a list", [], Object.keys(DEFAULTS)],
  ["an unknown country", { country: "Atlantis" }, ["country"]],
  ["a flag that is a word", { holdWarnings: "yes" }, ["holdWarnings"]],
  ["a name as long as a post", { displayName: "x".repeat(MAX_FIELD + 1) }, ["displayName"]],
  ["an unknown site", { sitesOff: ["myspace"] }, ["sitesOff"]],
  [
    "an ignored item without its hash",
    { ignored: [{ id: "1", rule: "a/b", since: "2026-01-01", kind: "wording-always" }] },
    ["ignored"],
  ],
  [
    "an ignored item with words in place of a hash",
    { ignored: [{ id: "1", rule: "a/b", since: "2026-01-01", kind: "wording-always", hash: "the words" }] },
    ["ignored"],
  ],
];

for (const [what, stored, fields] of DAMAGED) {
  test(`damaged storage (${what}): defaults for what cannot be read, and it is named`, () => {
    const { settings, damaged } = readSettings(stored);
    assert.deepEqual(damaged, fields);
    assert.deepEqual(settings, DEFAULTS);
  });
}

test("one damaged ignored item leaves the others, and is named", () => {
  const sound = { id: "1", rule: "a/b", since: "2026-01-01", kind: "rule-everywhere" };
  const { settings, damaged } = readSettings({ ignored: [sound, { ...sound, kind: "for-ever" }] });
  assert.deepEqual(settings.ignored, [sound]);
  assert.deepEqual(damaged, ["ignored"]);
});

test("one damaged field leaves the others as they were", () => {
  const { settings, damaged } = readSettings({ country: "IE", displayName: 7, holdWarnings: true });
  assert.deepEqual(damaged, ["displayName"]);
  assert.equal(settings.country, "IE");
  assert.equal(settings.holdWarnings, true);
});

test("the defaults cannot be changed through what was read", () => {
  readSettings(undefined).settings.sitesOff.push("x");
  assert.deepEqual(DEFAULTS.sitesOff, []);
});

test("a change holds only the fields it names, and blank words count as not said", () => {
  assert.deepEqual(readChanges({ displayName: "  " }), { displayName: null });
});

test("a change of something that is no setting, or to something impossible, is refused", () => {
  assert.equal(readChanges({ colour: "red" }), null);
  assert.equal(readChanges({ country: "Atlantis" }), null);
});
