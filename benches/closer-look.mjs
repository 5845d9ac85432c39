// The closer look as it ships: its weight, its start, the time for one passage and for its longest step, and its memory, each against
// its budget. `node benches/closer-look.mjs`

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const weights = readFileSync("closer-look/weights.bin");
const { initSync, CloserLook } = await import("../dist/wasm/chaperone_closer_look.js");
const began = performance.now();
const { memory } = initSync({ module: readFileSync("dist/wasm/chaperone_closer_look_bg.wasm") });
const network = new CloserLook(weights);
const start = performance.now() - began;

const SENTENCES =
  "Clinic ran late again and nobody minded much. My patient John Whitcombe, 47, asked about statins. " +
  "Anyone know who looks after NHS number 943 476 5919? Flu jabs start on Monday, ask your practice. ";
/** Characters of the passage, and the longest median allowed, in milliseconds. */
const LENGTHS = [
  [140, null],
  [280, 250],
  [1_000, null],
];
const ROUNDS = 15;
const MIB = 2 ** 20;

function report(what, measured, unit, budget) {
  const against = budget === null ? "" : `≤ ${budget} ${unit}${measured <= budget ? "" : "  over"}`;
  process.stdout.write(`${what.padEnd(62)} ${measured.toFixed(1).padStart(7)} ${unit}   ${against}\n`);
}

function read(text) {
  const from = performance.now();
  const reading = network.begin("facebook post public", text);
  let longest = 0;
  for (let more = true; more; ) {
    const at = performance.now();
    more = network.step(reading);
    longest = Math.max(longest, performance.now() - at);
  }
  network.scores(reading);
  reading.free();
  return [performance.now() - from, longest];
}

const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];

report("weights, packed", gzipSync(weights).length / MIB, "MiB", 10);
report("start", start, "ms", 60);
const first = read(SENTENCES);
report("first passage, its layers unpacked on the way", first[0], "ms", 500);
report("first passage, longest step", first[1], "ms", 100);
for (const [length, budget] of LENGTHS) {
  const text = SENTENCES.repeat(Math.ceil(length / SENTENCES.length)).slice(0, length);
  const times = Array.from({ length: ROUNDS }, () => read(text));
  report(`${length} characters, median`, median(times.map(([whole]) => whole)), "ms", budget);
  report(`${length} characters, longest step, median`, median(times.map(([, step]) => step)), "ms", null);
}
report("memory", memory.buffer.byteLength / MIB, "MiB", 64);
