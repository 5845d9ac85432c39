// The checker as it ships: its weight by part, its start, time of one check by length of the draft, and its memory, each against its
// budget. `node benches/wasm.mjs`

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const bytes = readFileSync("dist/wasm/chaperone_bg.wasm");
const { initSync, check, warm } = await import("../dist/wasm/chaperone.js");
const started = performance.now();
const { memory } = initSync({ module: bytes });
warm();
const start = performance.now() - started;

const SENTENCES =
  "Clinic ran late again and nobody minded much. My patient John Whitcombe, 47, asked about statins. " +
  "Anyone know who looks after NHS number 943 476 5919? Flu jabs start on Monday, ask your practice. ";
const PROFILE = {
  display_name: null,
  jurisdiction: null,
  practice: null,
  contact_line: null,
  rules_off: [],
};
/** Characters of the draft, checks made, and the longest median allowed, in milliseconds. */
const LENGTHS = [
  [280, 400, 0.5],
  [1_000, 200, null],
  [10_000, 30, 10],
];
const MIB = 2 ** 20;

const draftOf = (length) => ({
  text: SENTENCES.repeat(Math.ceil(length / SENTENCES.length)).slice(0, length),
  site: "x",
  surface: "post",
  audience: "public",
  in_reply_to: null,
  jurisdiction: null,
  attachments: null,
});

function report(what, measured, unit, budget) {
  const against = budget === null ? "" : `≤ ${budget} ${unit}${measured <= budget ? "" : "  over"}`;
  process.stdout.write(`${what.padEnd(62)} ${measured.toFixed(2).padStart(7)} ${unit}   ${against}\n`);
}

/** The bytes of a section of the module: 10 is code, 11 is data. */
function section(wanted) {
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const length = number();
    if (id === wanted) return bytes.subarray(at, at + length);
    at += length;
  }
  throw new Error(`the module has no section ${wanted}`);
}

const packed = (part) => gzipSync(part, { level: 9 }).length / 1000;
report("checker, raw", bytes.length / 1000, "KB", null);
report("checker, gzip", packed(bytes), "KB", 500);
report("  of which code", packed(section(10)), "KB", null);
report("  of which tables", packed(section(11)), "KB", null);
report("compiled, started and warm", start, "ms", 60);
for (const [length, rounds, budget] of LENGTHS) {
  const draft = draftOf(length);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    check(draft, PROFILE);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  report(`check of ${length} characters, fastest`, times[0], "ms", null);
  report(`check of ${length} characters, median`, times[times.length >> 1], "ms", budget);
}
check(draftOf(100_000), PROFILE);
check(draftOf(40_000), PROFILE);
report("memory after 140,000 characters", memory.buffer.byteLength / MIB, "MiB", 16);
