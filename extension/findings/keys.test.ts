import assert from "node:assert/strict";
import { test } from "node:test";
import { stepOf } from "./keys";

const pressed = (code: string, key: string, others = {}) =>
  stepOf({ code, key, altKey: true, shiftKey: true, ctrlKey: false, metaKey: false, ...others });

test("Alt, Shift and N or P go to the next finding or the one before", () => {
  assert.equal(pressed("KeyN", "N"), 1);
  assert.equal(pressed("KeyP", "P"), -1);
  assert.equal(pressed("KeyN", "n"), 1);
});

test("a key that writes nothing by itself is ours too", () => {
  assert.equal(pressed("KeyN", "Dead"), 1);
  assert.equal(pressed("KeyP", "Unidentified"), -1);
});

test("what these keys write on other keyboards is written", () => {
  for (const [code, key] of [
    ["KeyN", "Ń"],
    ["KeyP", "∏"],
    ["KeyN", "B"],
    ["KeyP", "П"],
  ] as const)
    assert.equal(pressed(code, key), null, key);
});

test("with other modifiers, or other keys, it is none of ours", () => {
  assert.equal(pressed("KeyN", "N", { ctrlKey: true }), null);
  assert.equal(pressed("KeyN", "N", { metaKey: true }), null);
  assert.equal(pressed("KeyN", "N", { shiftKey: false }), null);
  assert.equal(pressed("KeyM", "M"), null);
});
