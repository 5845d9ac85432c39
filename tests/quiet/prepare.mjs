// Makes the quiet corpus again from the open data it is a sample of.
// Usage: node tests/quiet/prepare.mjs FOLDER   (FOLDER holds health_news_tweets/, broad_twitter/ and wnut17/ as JSON Lines of {id, text})
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? process.env.CHAPERONE_PUBLIC_DATA;
if (!folder) {
  console.error("Name the folder of the open data: node tests/quiet/prepare.mjs FOLDER");
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));

const SETS = [
  { name: "health-news", files: ["health_news_tweets/all.jsonl"], take: 2500 },
  { name: "broad-twitter", files: ["broad_twitter/train.jsonl", "broad_twitter/dev.jsonl"], take: 1300 },
  { name: "wnut17", files: ["wnut17/train.jsonl", "wnut17/dev.jsonl"], take: 800 },
];

/** Everyday posts with these are not benign; what a checker says of them is no false alarm. */
const NOT_BENIGN =
  /\b(f+u+c+k\w*|sh[i1]t\w*|b[i1]tch\w*|n[i1]gg\w*|fag\w*|cunt\w*|whor\w*|slut\w*|puss(y|ies)|dicks?|cocks?|retard\w*|porn\w*|nudes?)\b/i;

for (const { name, files, take } of SETS) {
  const seen = new Set();
  const posts = files
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
    .map(({ id, text }) => ({ id: `${name}-${id}`, text: text.replace(/\s+/g, " ").trim() }))
    .filter(({ text }) => text.length >= 25 && !NOT_BENIGN.test(text))
    .filter(({ text }) => {
      // The same headline is often posted several times with another link.
      const key = text
        .replace(/https?:\S+/g, "")
        .toLowerCase()
        .slice(0, 60);
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .map((post) => ({ ...post, order: createHash("sha256").update(post.id).digest("hex") }))
    .sort((a, b) => a.order.localeCompare(b.order))
    .slice(0, take)
    .map(({ id, text }) => JSON.stringify({ id, text }));
  writeFileSync(join(here, `${name}.jsonl`), `${posts.join("\n")}\n`);
  console.log(`${name}: ${posts.length} posts`);
}
