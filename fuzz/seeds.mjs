// Writes a corpus to begin with, from the labelled posts, the cases of every rule and the sample photos:   node fuzz/seeds.mjs
// Its form is that of src/lib.rs.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const CORPUS = new URL("../tests/corpus/", import.meta.url);
const RULES = new URL("../src/rules/", import.meta.url);
const PHOTOS = new URL("../photos/tests/samples/", import.meta.url);
const SEEDS = new URL("corpus/", import.meta.url);
const BETWEEN = "\x1e";

const SITES = ["facebook", "x", "linkedin", "other"];
const SURFACES = ["post", "comment", "reply", "message", "group-post"];
const AUDIENCES = ["public", "friends", "connections", "group", "message", "only-me", "unknown"];
const JURISDICTIONS = [null, "UK", "IE", "HK", "MY", "SG", "ZA", "NZ", "AU", "US", "CA"];
const HEADS = 19;

/** One post in so many: a fuzzer begins by reading all of them. */
const EVERY = 20;

/** What a closer look could have found: sure of one category, against all others, in these words. */
function reading(category, [start, end]) {
  const scores = Float32Array.from({ length: HEADS }, (_, head) => (head === category ? 5 : -5));
  const runs = Uint32Array.of(category, start, end, category, end + 1, end + 9);
  return Buffer.concat([Buffer.from(scores.buffer), Buffer.from(runs.buffer)]);
}

function draft(post, number) {
  const choices = [
    SITES.indexOf(post.site),
    SURFACES.indexOf(post.surface),
    AUDIENCES.indexOf(post.audience),
    JURISDICTIONS.indexOf(post.jurisdiction ?? null),
    number % 16,
  ];
  const file = number % 8 ? "" : "Gordon_Petrie_MRI_1962-03-04.jpg";
  const author = number % 4 ? ["", "", ""] : ["Dr Ann Example", "Gort Family Practice", "Ring 020 7946 0123"];
  const fields = [post.text, post.in_reply_to ?? "", file, ...author, ""];
  return Buffer.concat([
    Buffer.from(choices),
    Buffer.from(fields.join(BETWEEN)),
    number % 3 ? Buffer.alloc(0) : reading(number % HEADS, [number % 40, (number % 40) + 20]),
  ]);
}

function lines(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").trim().split("\n"));
}

const labelled = lines(CORPUS, ".jsonl")
  .filter((_, number) => number % EVERY === 0)
  .map((line) => JSON.parse(line));

/** Texts of one line, without the marks around what is found. */
const cases = lines(RULES, ".toml")
  .map((line) => line.match(/^text = (".*")$/)?.[1])
  .filter((text) => text)
  .map((text) => ({
    text: JSON.parse(text).replace(/\[\[|\]\]/g, ""),
    site: "x",
    surface: "post",
    audience: "public",
  }));

const posts = [...labelled, ...cases];

/** What is repeated is short, and takes long to read. */
const SHORT = 60;

const photos = readdirSync(PHOTOS)
  .filter((file) => !file.endsWith(".py"))
  .map((file) => readFileSync(new URL(file, PHOTOS)));

const seeds = {
  check: posts.map(draft),
  repetition: labelled.filter((post) => post.text.length < SHORT).map((post) => Buffer.from(post.text)),
  pieces: posts.map((post) => Buffer.from([post.text, post.in_reply_to ?? ""].join(BETWEEN))),
  photos,
};
for (const [target, all] of Object.entries(seeds)) {
  const folder = new URL(`${target}/`, SEEDS);
  mkdirSync(folder, { recursive: true });
  all.forEach((seed, number) => {
    writeFileSync(new URL(`seed-${number}`, folder), seed);
  });
  console.info(`${target}: ${all.length} seeds`);
}
