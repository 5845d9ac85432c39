import assert from "node:assert/strict";
import { test } from "node:test";
import { isInAnotherScript } from "./script";

const CASES: [text: string, isInAnother: boolean][] = [
  ["", false],
  ["Lovely clinic today 🙂 Café, naïve, Wāhine, ’n bietjie", false],
  ["今日個病人好煩", true],
  ["今日 ward 好忙，個 case 要 send 去 ICU", false],
  ["今日個病房好忙，要送去 ICU", true],
  ["Kung hei fat choy 恭喜發財", false],
  ["恭喜發財", false],
  ["நோயாளி இன்று வந்தார்", true],
  ["المريض جاء اليوم", true],
  ["🙂🙂🙂🙂🙂🙂🙂🙂 943 476 5919", false],
];

for (const [text, isInAnother] of CASES) {
  test(`${text || "nothing"} is ${isInAnother ? "" : "not "}in another script`, () => {
    assert.equal(isInAnotherScript(text), isInAnother);
  });
}
