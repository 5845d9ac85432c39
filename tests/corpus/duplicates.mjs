// Finds near-duplicate posts over all writers by their shared five-word runs. Usage: node tests/corpus/duplicates.mjs [--remove]
// Contrast partners are meant to be alike and do not count. `--remove` deletes the later post of each pair (and its partner's claim to it).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const RUN = 5;
/** Share of the shorter post's runs that the other has too. */
const ALIKE = 0.4;

const posts = readdirSync(here)
  .filter((file) => file.endsWith(".jsonl"))
  .sort()
  .flatMap((file) =>
    readFileSync(join(here, file), "utf8")
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => ({ file, ...JSON.parse(line) })),
  );

const runsOf = (text) => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(
    words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN).join(" ")),
  );
};

const holders = new Map();
const alike = [];
for (const post of posts) {
  post.runs = runsOf(post.text);
  const shared = new Map();
  for (const run of post.runs) {
    for (const other of holders.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    holders.set(run, [...(holders.get(run) ?? []), post]);
  }
  for (const [other, count] of shared) {
    const least = Math.min(post.runs.size, other.runs.size);
    if (least >= 3 && count / least >= ALIKE && post.pair !== other.id) alike.push([other, post, count / least]);
  }
}
for (const [first, second, share] of alike) {
  console.log(
    `${(100 * share).toFixed(0)} %  ${first.id}  ~  ${second.id}\n   ${first.text.slice(0, 110)}\n   ${second.text.slice(0, 110)}`,
  );
}
console.log(`${posts.length} posts, ${alike.length} pairs alike`);

if (process.argv.includes("--remove")) {
  const gone = new Set(alike.map(([, second]) => second.id));
  for (const file of new Set(posts.map((post) => post.file))) {
    const kept = posts.filter((post) => post.file === file && !gone.has(post.id));
    const lines = kept.map(({ file: _file, runs: _runs, ...post }) => {
      if (gone.has(post.pair)) delete post.pair;
      return JSON.stringify(post);
    });
    writeFileSync(join(here, file), `${lines.join("\n")}\n`);
  }
  console.log(`${gone.size} posts removed`);
}
