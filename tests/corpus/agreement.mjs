// How far a second reader agrees with the labels.
//   node tests/corpus/agreement.mjs sample N   prints N posts without their labels, chosen by the hash of their id over all writers
//   node tests/corpus/agreement.mjs            compares second-reader.json ({id: {category, severity} | null}) with the labels
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const posts = readdirSync(here)
  .filter((file) => file.endsWith(".jsonl"))
  .sort()
  .flatMap((file) => readFileSync(join(here, file), "utf8").split("\n"))
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line));

if (process.argv[2] === "sample") {
  const order = (post) => createHash("sha256").update(`second reader ${post.id}`).digest("hex");
  const sample = posts.toSorted((a, b) => order(a).localeCompare(order(b))).slice(0, Number(process.argv[3] ?? 300));
  for (const { id, jurisdiction, site, surface, audience, in_reply_to, text } of sample) {
    console.log(JSON.stringify({ id, jurisdiction, site, surface, audience, in_reply_to, text }));
  }
} else {
  const second = new Map(Object.entries(JSON.parse(readFileSync(join(here, "second-reader.json"), "utf8"))));
  const read = posts.filter((post) => second.has(post.id));
  const risky = (label) => Boolean(label) && label.severity !== "note";
  const table = { both: 0, first: 0, second: 0, neither: 0 };
  let main = 0;
  let among = 0;
  let severity = 0;
  for (const post of read) {
    const other = second.get(post.id);
    const [a, b] = [post.labels.some(risky), risky(other)];
    table[a && b ? "both" : a ? "first" : b ? "second" : "neither"] += 1;
    if (!a || !b) continue;
    main += post.labels[0].category === other.category;
    among += post.labels.some((label) => label.category === other.category);
    severity += post.labels.some((label) => label.category === other.category && label.severity === other.severity);
  }
  const n = read.length;
  const agreed = (table.both + table.neither) / n;
  const chance =
    ((table.both + table.first) * (table.both + table.second) +
      (table.neither + table.second) * (table.neither + table.first)) /
    n ** 2;
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
  console.log(
    `${n} posts read twice: risky for both ${table.both}, first only ${table.first}, second only ${table.second}, good for both ${table.neither}`,
  );
  console.log(
    `risky or good: agreement ${percent(table.both + table.neither, n)}, kappa ${((agreed - chance) / (1 - chance)).toFixed(2)}`,
  );
  console.log(
    `of those risky for both: same main category ${percent(main, table.both)}, second reader's category among the labels ${percent(among, table.both)}, also of the same severity ${percent(severity, table.both)}`,
  );
}
