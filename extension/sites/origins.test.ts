import assert from "node:assert/strict";
import { test } from "node:test";
import { isAmong } from "./origins";

const CASES: [pattern: string, origin: string, among: boolean][] = [
  ["https://doctors.example/*", "https://doctors.example", true],
  ["https://doctors.example/*", "https://www.doctors.example", false],
  ["https://*.doctors.example/*", "https://www.doctors.example", true],
  ["https://*.doctors.example/*", "https://doctors.example", true],
  ["https://*.doctors.example/*", "https://notdoctors.example", false],
  ["https://*/*", "https://doctors.example", true],
];

for (const [pattern, origin, among] of CASES) {
  test(`${origin} is ${among ? "" : "not "}among ${pattern}`, () => assert.equal(isAmong([pattern], origin), among));
}
