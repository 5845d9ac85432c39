import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { Draft, Finding, Readings, Report } from "../contract";
import { Looking, RESTS } from "./looking";

const READINGS: Readings = [{ scores: [1, 2, 3], runs: [], names: [] }];
const TEXT = "he will not be missed by anyone here";
const FOUND = "not be missed";

/** Drafts that were looked at, and how often there was news. */
let looks: string[] = [];
let news = 0;
let looking: Looking;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  looks = [];
  news = 0;
  looking = new Looking(
    async (draft) => {
      looks.push(draft.text);
      return draft.text.includes("fails") ? null : READINGS;
    },
    () => {
      news += 1;
    },
  );
});

afterEach(() => mock.timers.reset());

function draft(text: string, changes: Partial<Draft> = {}): Draft {
  const place = { site: "x", surface: "post", audience: "public" } as const;
  return { text, ...place, in_reply_to: null, jurisdiction: null, attachments: null, ...changes };
}

/** A report in which these words of the text are found. */
function reportOf(text: string, words: string, changes: Partial<Finding> = {}): Report {
  const start = text.indexOf(words);
  const finding = { rule: "derogatory-remark/reads-as", category: "derogatory-remark", severity: "warn", fixes: [] };
  return { verdict: "warn", findings: [{ ...finding, start, end: start + words.length, ...changes } as Finding] };
}

const NOTHING: Report = { verdict: "clear", findings: [] };

function quotes(text: string, { findings }: Report): string[] {
  return findings.map(({ start, end }) => text.slice(start, end));
}

async function rests(): Promise<void> {
  mock.timers.tick(RESTS);
  await answers();
}

/** The look answers in a later turn. */
async function answers(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
}

/** A look was taken at TEXT, and FOUND was found. */
async function looked(changes: Partial<Finding> = {}): Promise<void> {
  looking.follow(draft(TEXT));
  await rests();
  looking.settle(looking.with(draft(TEXT)), reportOf(TEXT, FOUND, changes));
}

test("a closer look is taken once when typing rests, and only then", async () => {
  looking.follow(draft("he will not be missed"));
  mock.timers.tick(RESTS - 1);
  looking.follow(draft(TEXT));
  mock.timers.tick(RESTS - 1);
  assert.deepEqual(looks, []);
  await rests();
  looking.follow(draft(TEXT));
  await rests();
  assert.deepEqual([looks, news], [[TEXT], 1]);
});

test("what is read of a draft is believed of exactly that draft", async () => {
  await looked();
  assert.equal(looking.with(draft(TEXT)).closer_look, READINGS);
  assert.equal(looking.with(draft(TEXT, { consent_recorded: true })).closer_look, READINGS);
  assert.equal(looking.with(draft(`${TEXT}!`)).closer_look, undefined);
  assert.equal(looking.with(draft(TEXT, { audience: "friends" })).closer_look, undefined);
});

const EDITS: [what: string, text: string, stays: boolean][] = [
  ["words after it", `${TEXT} at all`, true],
  ["words before it", `Well, ${TEXT}`, true],
  ["a word in it", TEXT.replace("missed", "forgotten"), false],
  ["all of it, taken out", TEXT.replace("not be missed ", ""), false],
];

for (const [what, text, stays] of EDITS) {
  test(`what was found ${stays ? "stays" : "goes"} at once when this changed: ${what}`, async () => {
    await looked();
    assert.deepEqual(quotes(text, looking.settle(draft(text), NOTHING)), stays ? [FOUND] : []);
  });
}

test("what was found stays beside what rules find, and is not found twice", async () => {
  await looked({ severity: "stop" });
  const text = `${TEXT}, GOMER`;
  const other = reportOf(text, "GOMER", { rule: "derogatory-remark/insult" });
  const both = looking.settle(draft(text), other);
  assert.deepEqual([both.verdict, quotes(text, both)], ["stop", [FOUND, "GOMER"]]);
  const same = looking.settle(draft(text), reportOf(text, FOUND, { severity: "note" }));
  assert.deepEqual([same.verdict, quotes(text, same)], ["stop", [FOUND]]);
});

test("what rules find without a closer look they say themselves, and another audience is another draft", async () => {
  await looked({ rule: "derogatory-remark/insult" });
  assert.equal(looking.settle(draft(`${TEXT}!`), NOTHING), NOTHING);
  await looked();
  assert.equal(looking.settle(draft(`${TEXT}!`, { audience: "friends" }), NOTHING), NOTHING);
});

test("what a rule finds only with a closer look stays too", async () => {
  const named = { rule: "patient-identifier/patient-name" };
  looking.follow(draft(TEXT));
  looking.settle(draft(TEXT), reportOf(TEXT, "anyone", named));
  await rests();
  const [seen, known] = [reportOf(TEXT, FOUND, named), reportOf(TEXT, "anyone", named)];
  const both: Report = { verdict: "warn", findings: [...seen.findings, ...known.findings] };
  const text = `${TEXT}!`;
  // The second time after what was typed has been taken out again.
  for (let time = 0; time < 2; time += 1) {
    looking.settle(looking.with(draft(TEXT)), both);
    assert.deepEqual(quotes(text, looking.settle(draft(text), NOTHING)), [FOUND]);
  }
});

test("a report that was under way before the closer look does not end it", async () => {
  await looked();
  assert.deepEqual(quotes(TEXT, looking.settle(draft(TEXT), NOTHING)), [FOUND]);
  assert.deepEqual(quotes(`${TEXT}!`, looking.settle(draft(`${TEXT}!`), NOTHING)), [FOUND]);
});

test("what has gone out says nothing of what comes next", async () => {
  await looked();
  looking.follow(draft(""));
  assert.equal(looking.settle(draft(`Well, ${TEXT}`), NOTHING), NOTHING);
});

test("there is one look at a time, and whoever went on typing is looked at again", async () => {
  looking.follow(draft(TEXT));
  mock.timers.tick(RESTS);
  looking.follow(draft(`${TEXT}, they`));
  mock.timers.tick(RESTS);
  assert.deepEqual(looks, [TEXT]);
  await answers();
  assert.equal(news, 0);
  await rests();
  assert.deepEqual([looks, news], [[TEXT, `${TEXT}, they`], 1]);
});

test("a look that fails leaves the draft as it is, and the next one is taken", async () => {
  looking.follow(draft("this look fails, as looks may do"));
  await rests();
  assert.equal(news, 0);
  looking.follow(draft(TEXT));
  await rests();
  assert.equal(news, 1);
});

test("nothing is looked at after the end", async () => {
  looking.follow(draft(TEXT));
  looking.end();
  await rests();
  assert.deepEqual(looks, []);
});
