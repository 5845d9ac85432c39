import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { tellTab } from "./tabs";

const STATE = { state: "checking", audience: null, gaps: [], findings: [] };

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

function tabsThat(sendMessage: () => Promise<unknown>): void {
  Object.assign(globalThis, { chrome: { tabs: { sendMessage } } });
}

test("what a tab answers is heard", async () => {
  tabsThat(async () => STATE);
  assert.deepEqual(await tellTab(1, { kind: "tell-state" }), STATE);
});

test("a tab without a frame of ours has no answer", async () => {
  tabsThat(async () => {
    throw new Error("Could not establish connection. Receiving end does not exist.");
  });
  assert.equal(await tellTab(1, { kind: "tell-state" }), null);
});

test("a page that hangs keeps nobody waiting", async () => {
  tabsThat(() => new Promise(() => {}));
  const answer = tellTab(1, { kind: "tell-state" });
  mock.timers.tick(2000);
  assert.equal(await answer, null);
});
