import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Rest } from "./rest";

type Seen = number | "over" | null;

/** What is left after each change, with a clock that runs for `minutes`. */
function changesIn(minutes: number, play: (rest: Rest, pass: (minutes: number) => void) => void): Seen[] {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const seen: Seen[] = [];
  const rest: Rest = new Rest(
    () => seen.push(rest.minutesLeft),
    () => seen.push("over"),
  );
  const pass = (passing: number): void => {
    for (let second = 0; second < passing * 60; second += 1) mock.timers.tick(1000);
  };
  play(rest, pass);
  pass(minutes);
  mock.timers.reset();
  return seen;
}

test("the minutes are counted down, one change for each; the end is told once, and nothing after it", () => {
  assert.deepEqual(
    changesIn(20, (rest) => rest.begin(3)),
    [3, 2, 1, null, "over"],
  );
});

test("a rest that was ended counts no further, and has been begun for this draft", () => {
  const seen = changesIn(20, (rest, pass) => {
    rest.begin(10);
    pass(1.5);
    rest.end();
    assert.equal(rest.minutesLeft, null);
    assert.ok(rest.wasBegun);
    rest.clear();
    assert.ok(!rest.wasBegun);
    assert.ok(!rest.isOver);
  });
  assert.deepEqual(seen, [10, 9]);
});

test("to begin again starts the whole time anew", () => {
  const seen = changesIn(20, (rest, pass) => {
    rest.begin(2);
    pass(1.5);
    rest.begin(2);
  });
  assert.deepEqual(seen, [2, 1, 2, 1, null, "over"]);
});
