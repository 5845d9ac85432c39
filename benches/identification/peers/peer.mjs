// One peer behind one form: a text a line in, what it sees in it a line out, as `chaperone mentions --format jsonl` writes it. The first
// line out is `{"name": "…"}` with the peer's version, or `{"missing": "…"}`.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** The module of a package, or the end with a word on how to install it. */
export async function load(name) {
  try {
    return await import(name);
  } catch (error) {
    say({ missing: `no package ${name} (${error.code}); npm install --prefix benches/identification/peers` });
    process.exit();
  }
}

/** Answers until there are no more questions. `see` gives mentions with kind, start and end (UTF-16 units). */
export async function answer(name, see) {
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
  await see("Nothing to see.");
  say({ name: `${name} ${version}` });
  for await (const line of createInterface({ input: process.stdin })) {
    const { text } = JSON.parse(line);
    const start = process.cpuUsage();
    const mentions = await see(text);
    const { user, system } = process.cpuUsage(start);
    say({ mentions, milliseconds: (user + system) / 1000 });
  }
}
