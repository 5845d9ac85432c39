// Checks the form of the corpus and prints its balance. Usage: node tests/corpus/lint.mjs [FILE…]
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const CATEGORIES = new Set(
  (
    "patient-identifier jigsaw-identification confirms-relationship derogatory-remark sexualised-remark discrimination " +
    "colleague-or-employer definitive-advice unsourced-claim advertising undisclosed-interest defamation heated-reply boundary " +
    "undisclosed-identity unprofessional-conduct clinical-image author-privacy"
  ).split(" "),
);
const ALLOWED = {
  jurisdiction: new Set("UK IE HK MY SG ZA AU NZ US CA".split(" ")),
  site: new Set("facebook x linkedin other".split(" ")),
  surface: new Set("post comment reply message group-post".split(" ")),
  audience: new Set("public friends connections group message only-me unknown".split(" ")),
};
const SEVERITIES = new Set(["note", "warn", "stop"]);
const FIELDS = new Set(
  "id jurisdiction site surface audience in_reply_to role pair text labels must_not why".split(" "),
);

/** Everything wrong with one post, as sentences that say what to do. */
function problemsOf(post, writer) {
  const wrong = fieldProblems(post, writer);
  if (typeof post.text !== "string" || post.text.trim().length < 3) return [...wrong, "text is missing"];
  if (!Array.isArray(post.labels) || !Array.isArray(post.must_not)) return [...wrong, "labels and must_not are lists"];
  return [...wrong, ...post.labels.flatMap((label) => labelProblems(label, post.text)), ...mustNotProblems(post)];
}

function fieldProblems(post, writer) {
  const wrong = Object.entries(ALLOWED)
    .filter(([field, allowed]) => !allowed.has(post[field]))
    .map(([field, allowed]) => `${field} is ${JSON.stringify(post[field])}; use one of ${[...allowed].join(", ")}`);
  for (const field of Object.keys(post)) if (!FIELDS.has(field)) wrong.push(`unknown field ${field}; remove it`);
  if (!String(post.id).startsWith(`${writer}-`)) wrong.push(`the id starts with the file's name (${writer}-)`);
  if (!("in_reply_to" in post)) wrong.push("in_reply_to is missing; write null for none");
  if (post.surface === "reply" && !post.in_reply_to) wrong.push("a reply needs in_reply_to");
  if (post.surface === "message" && post.audience !== "message") wrong.push("a message has the audience message");
  return wrong;
}

function labelProblems({ category, quote, severity }, text) {
  const wrong = [];
  if (!CATEGORIES.has(category)) wrong.push(`no category ${category}`);
  if (!SEVERITIES.has(severity)) wrong.push(`no severity ${severity}`);
  const at = quote ? text.indexOf(quote) : -1;
  if (at < 0) wrong.push(`quote not in text: ${JSON.stringify(quote)}`);
  else if (text.indexOf(quote, at + 1) >= 0) wrong.push(`quote stands twice, make it longer: ${JSON.stringify(quote)}`);
  if (quote?.length > 160) wrong.push(`quote longer than 160 characters: ${quote.slice(0, 40)}…`);
  return wrong;
}

function mustNotProblems({ labels, must_not }) {
  return must_not.flatMap((category) => {
    if (!CATEGORIES.has(category)) return [`must_not: no category ${category}`];
    const labelled = labels.some((label) => label.category === category && label.severity !== "note");
    return labelled ? [`must_not has ${category}, which is labelled`] : [];
  });
}

const named = process.argv.slice(2);
const files = named.length
  ? named
  : readdirSync(here)
      .filter((f) => f.endsWith(".jsonl"))
      .sort()
      .map((f) => join(here, f));
let bad = 0;
let total = 0;
for (const file of files) {
  const writer = basename(file, ".jsonl");
  const posts = new Map();
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (!line.trim()) return;
      let post;
      try {
        post = JSON.parse(line);
      } catch (error) {
        console.log(`${file}:${index + 1}: not JSON (${error.message})`);
        bad += 1;
        return;
      }
      const wrong = problemsOf(post, writer);
      if (posts.has(post.id)) wrong.push("this id is used before");
      posts.set(post.id, post);
      for (const sentence of wrong) console.log(`${file}:${index + 1}: ${post.id}: ${sentence}`);
      bad += wrong.length;
    });
  let pairs = 0;
  for (const post of posts.values()) {
    if (!post.pair) continue;
    const partner = posts.get(post.pair);
    const ok = partner && partner.pair === post.id && Boolean(partner.labels.length) !== Boolean(post.labels.length);
    if (ok) pairs += 0.5;
    else {
      console.log(`${file}: ${post.id}: its pair ${post.pair} must exist, name it back, and be risky where it is good`);
      bad += 1;
    }
  }
  const count = (pick) => {
    const table = new Map();
    for (const post of posts.values()) for (const key of pick(post)) table.set(key, (table.get(key) ?? 0) + 1);
    return [...table]
      .sort((a, b) => b[1] - a[1])
      .map(([key, n]) => `${key} ${n}`)
      .join(", ");
  };
  const good = [...posts.values()].filter((post) => post.labels.length === 0).length;
  total += posts.size;
  console.log(`${writer}: ${posts.size} posts, ${good} good, ${pairs} contrast pairs`);
  if (named.length) {
    console.log(`  main labels: ${count((post) => (post.labels[0] ? [post.labels[0].category] : []))}`);
    for (const field of ["site", "surface", "audience", "jurisdiction"])
      console.log(`  ${field}: ${count((post) => [post[field]])}`);
  }
}
console.log(`${total} posts, ${bad} problems`);
process.exit(bad ? 1 : 0);
