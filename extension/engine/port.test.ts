import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { LineAnswer, LineRequest, LineSettings } from "../background/messages";
import { Port } from "./port";

/** The background's end of one connection. */
interface Connection {
  readonly said: LineRequest[];
  answer(answer: LineAnswer): void;
  /** As when the browser stops the background. */
  stop(): void;
}

let connections: Connection[] = [];
let settings: (LineSettings | null)[] = [];
let port: Port;
/** How often the line was told that the extension is gone from under it. */
let gone = 0;
/** Whether the browser has taken the extension away. */
let isTakenAway = false;

function connect() {
  const said: LineRequest[] = [];
  const told: ((answer: LineAnswer) => void)[] = [];
  const stopped: (() => void)[] = [];
  connections.push({
    said,
    answer: (answer) => told.forEach((listener) => void listener(answer)),
    stop: () => stopped.forEach((listener) => void listener()),
  });
  return {
    postMessage: (request: LineRequest) => said.push(request),
    disconnect: () => {
      if (isTakenAway) throw new Error("Extension context invalidated.");
    },
    onMessage: { addListener: (listener: (answer: LineAnswer) => void) => told.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => stopped.push(listener) },
  };
}

beforeEach(() => {
  connections = [];
  settings = [];
  gone = 0;
  isTakenAway = false;
  mock.timers.enable({ apis: ["setTimeout"] });
  const runtime = {
    get id() {
      return isTakenAway ? undefined : "ours";
    },
    connect,
  };
  Object.assign(globalThis, { chrome: { runtime } });
  port = new Port(
    (value) => settings.push(value),
    () => {
      gone += 1;
      port.close();
    },
  );
});

afterEach(() => mock.timers.reset());

const kinds = (): string[][] => connections.map(({ said }) => said.map(({ kind }) => kind));
const stops = (): void => connections.at(-1)?.stop();

test("settings are asked for again when the background stops before it has answered", () => {
  port.hello();
  stops();
  assert.deepEqual(kinds(), [["hello"], ["hello"]]);
  assert.deepEqual(settings, []);
});

test("when it stops again, they count as settings that cannot be read", () => {
  port.hello();
  stops();
  stops();
  assert.deepEqual(kinds(), [["hello"], ["hello"]]);
  assert.deepEqual(settings, [null]);
});

test("settings that have come are not asked for again", () => {
  port.hello();
  connections[0]?.answer({ kind: "settings", value: null });
  stops();
  assert.deepEqual(kinds(), [["hello"]]);
});

test("a background that stops after the line has let go of it is let be", () => {
  port.hello();
  port.close();
  stops();
  assert.deepEqual(kinds(), [["hello"]]);
});

test("that the extension is taken away is noticed however long it takes after its background, and closing is harmless then", () => {
  port.hello();
  stops();
  mock.timers.tick(1000);
  assert.equal(gone, 0);
  isTakenAway = true;
  mock.timers.tick(8000);
  assert.equal(gone, 1);
});

test("a background that only rests is not taken for one that is gone", () => {
  port.hello();
  stops();
  mock.timers.tick(60_000);
  assert.equal(gone, 0);
});
