import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../contract";
import { Marks } from "./marks";

const finding = (rule: string, start: number, end: number): Finding => ({
  rule,
  category: "derogatory-remark",
  severity: "warn",
  start,
  end,
  message: "",
  why: "",
  guidance: [],
  fixes: [],
});

test("a new underline waits while the caret is in its words", () => {
  const marks = new Marks();
  marks.take([finding("a/b", 4, 10)]);
  assert.equal(marks.settle(10), false);
  assert.ok(marks.hasFresh);
  assert.equal(marks.settle(11), true);
  assert.ok(!marks.hasFresh);
});

test("an underline that was there stays there while its words are edited", () => {
  const marks = new Marks();
  marks.take([finding("a/b", 4, 10)]);
  marks.settle("all");
  marks.follow({ start: 0, removed: 0, inserted: 3 });
  marks.take([finding("a/b", 7, 14)]);
  assert.ok(!marks.hasFresh);
  assert.deepEqual(
    marks.all.map(({ key, start, end }) => [key, start, end]),
    [["1", 7, 14]],
  );
});

test("another rule at the same words is a new finding", () => {
  const marks = new Marks();
  marks.take([finding("a/b", 4, 10)]);
  marks.settle("all");
  marks.take([finding("a/c", 4, 10)]);
  assert.ok(marks.hasFresh);
});

test("one that no longer holds is gone at once", () => {
  const marks = new Marks();
  marks.take([finding("a/b", 4, 10)]);
  marks.take([]);
  assert.deepEqual(marks.all, []);
});

test("nothing new appears twice: a caret that moves on changes nothing more", () => {
  const marks = new Marks();
  marks.take([finding("a/b", 4, 10)]);
  marks.settle(null);
  assert.equal(marks.settle(2), false);
});

test("a report that says the same again changes nothing; other words for the same place do", () => {
  const marks = new Marks();
  assert.equal(marks.take([finding("a/b", 4, 10)]), true);
  const before = marks.all[0];
  assert.equal(marks.take([finding("a/b", 4, 10)]), false);
  assert.equal(marks.all[0], before);
  assert.equal(marks.take([{ ...finding("a/b", 4, 10), severity: "stop" }]), true);
  assert.equal(marks.all[0]?.finding.severity, "stop");
  const mended = { ...finding("a/b", 4, 10), fixes: [{ title: "Remove", replacement: "" }] };
  assert.equal(marks.take([mended]), true);
  assert.equal(marks.take([structuredClone(mended)]), false);
  assert.equal(marks.take([{ ...mended, fixes: [{ title: "Remove", replacement: "[removed]" }] }]), true);
  assert.equal(marks.take([]), true);
});
