import assert from "node:assert/strict";
import { test } from "node:test";
import * as facebook from "./words/facebook";
import * as linkedin from "./words/linkedin";
import * as x from "./words/x";

const TABLES = { facebook, linkedin, x };

for (const [site, table] of Object.entries(TABLES)) {
  for (const [name, words] of Object.entries(table)) {
    if (!Array.isArray(words)) continue;
    test(`${site} ${name}: every word is there once`, () => {
      const listed = words.map((entry: string | readonly [string, string]) =>
        Array.isArray(entry) ? entry[0] : entry,
      );
      assert.deepEqual([...new Set(listed.map((word) => `${word}`.toLocaleLowerCase("en")))].length, listed.length);
      assert.ok(listed.every((word) => `${word}`.trim() !== ""));
    });
  }
}

test("no control of Facebook both publishes and leads to a further step", () => {
  const next = new Set<string>(facebook.NEXT);
  assert.deepEqual(
    facebook.PUBLISH.filter((word) => next.has(word)),
    [],
  );
});

test("a longer audience word of Facebook is never hidden behind a shorter one", () => {
  const words = facebook.AUDIENCES.map(([word]) => word);
  for (const [index, word] of words.entries()) {
    assert.ok(!words.slice(0, index).some((earlier) => word.startsWith(`${earlier}:`)));
  }
});
