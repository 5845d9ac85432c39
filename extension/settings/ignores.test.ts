import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../contract";
import { DraftIgnores, hashOf, sameAs, scopesFor } from "./ignores";

const finding = (category: string, rule = "example"): Finding => ({
  rule: `${category}/${rule}`,
  category,
  severity: "warn",
  start: 0,
  end: 4,
  message: "",
  why: "",
  guidance: [],
  fixes: [],
});

const CAN_POINT_AT_A_PERSON = [
  "patient-identifier",
  "jigsaw-identification",
  "confirms-relationship",
  "defamation",
  "boundary",
  "undisclosed-identity",
  "clinical-image",
  "author-privacy",
];

for (const category of CAN_POINT_AT_A_PERSON) {
  test(`${category}: its words can never be ignored for good`, () => {
    assert.ok(!scopesFor(finding(category)).includes("wording-always"));
  });
}

test("a passage that was read as a whole can name somebody: its words can never be ignored for good", () => {
  assert.ok(!scopesFor(finding("derogatory-remark", "reads-as")).includes("wording-always"));
});

test("wording can be ignored for good, and every finding for once", () => {
  assert.ok(scopesFor(finding("derogatory-remark")).includes("wording-always"));
  assert.ok(scopesFor(finding("patient-identifier")).includes("once"));
});

test("case and spacing make no other wording; another rule does", () => {
  const remark = finding("derogatory-remark");
  assert.equal(sameAs(remark, "Frequent  Flyer"), sameAs(remark, "frequent flyer"));
  assert.ok(sameAs(remark, "frequent flyer") !== sameAs(finding("heated-reply"), "frequent flyer"));
});

test("a hash holds no words and is another with another salt", async () => {
  const [one, again, other] = await Promise.all([hashOf("a", "words"), hashOf("a", "words"), hashOf("b", "words")]);
  assert.equal(one, again);
  assert.ok(one !== other);
  assert.ok(/^[0-9a-f]{64}$/.test(one));
});

test("what is set aside in a draft is forgotten with it", () => {
  const ignores = new DraftIgnores();
  ignores.once("1");
  ignores.here("words");
  assert.ok(ignores.has("1", "others") && ignores.has("2", "words"));
  ignores.clear();
  assert.ok(!ignores.has("1", "words"));
});
