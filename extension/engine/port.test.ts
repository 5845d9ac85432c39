import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
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
    disconnect: () => undefined,
    onMessage: { addListener: (listener: (answer: LineAnswer) => void) => told.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => stopped.push(listener) },
  };
}

beforeEach(() => {
  connections = [];
  settings = [];
  Object.assign(globalThis, { chrome: { runtime: { id: "ours", connect } } });
  port = new Port(
    (value) => settings.push(value),
    () => {
      throw new Error("nobody is gone");
    },
  );
});

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
