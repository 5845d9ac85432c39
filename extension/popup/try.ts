// A box for any text: what is pasted, written or selected on a page is checked and kept nowhere.

import { ask, TRY_PORT } from "../background/messages";
import { Looking } from "../closer-look/looking";
import type { Draft, Finding } from "../contract";
import { MAX_DRAFT } from "../engine/client";
import { Port } from "../engine/port";
import { element } from "../surfaces/dom";
import { categoryTitle, countLine, word } from "../surfaces/words";
import { part, say } from "./parts";

/** Quiet time after the last key before the text is checked, in milliseconds. */
const QUIET = 250;

/** A text of which nothing is known: judged as a public post. */
const LOOSE: Omit<Draft, "text"> = {
  site: "other",
  surface: "post",
  audience: "unknown",
  in_reply_to: null,
  jurisdiction: null,
  attachments: null,
};

const nothing = () => undefined;
const port = new Port(nothing, nothing, TRY_PORT);

export async function showTry(): Promise<void> {
  const box = part("try-text", HTMLTextAreaElement);
  const looking: Looking = new Looking(
    (draft) => port.lookCloser(draft),
    () => void check(box, looking),
  );
  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void check(box, looking), QUIET);
  });
  const selected = await ask<"selection-take">({ kind: "selection-take" });
  if (!selected) return;
  box.value = selected;
  part("try", HTMLDetailsElement).open = true;
  box.focus();
  await check(box, looking);
}

async function check(box: HTMLTextAreaElement, looking: Looking): Promise<void> {
  const draft = { ...LOOSE, text: box.value };
  const isEmpty = draft.text.trim() === "";
  const isTooLong = draft.text.length > MAX_DRAFT;
  if (!isTooLong) looking.follow(draft);
  const known = looking.with(draft);
  const checked = isEmpty || isTooLong ? null : await port.check(known);
  // A later text has its own answer.
  if (box.value !== draft.text) return;
  const report = checked && looking.settle(known, checked);
  const heading = part("try-count", HTMLParagraphElement);
  heading.textContent = isEmpty
    ? ""
    : report
      ? countLine(countsOf(report.findings))
      : word(isTooLong ? "not_checking_too_long" : "popup_no_answer");
  part("try-findings", HTMLUListElement).replaceChildren(
    ...(report?.findings ?? []).map((finding) => row(finding, draft.text.slice(finding.start, finding.end))),
  );
  say(heading.textContent);
}

function row({ severity, category, message }: Finding, words: string): HTMLLIElement {
  return element(
    "li",
    {},
    element("span", { class: `shape ${severity}`, text: "      ", attributes: { "aria-hidden": "true" } }),
    element(
      "span",
      {},
      element("strong", { text: categoryTitle(category) }),
      element("span", { class: "hidden-words", text: ` (${word(`severity_${severity}`)})` }),
      element("q", { text: words }),
      element("span", { text: message }),
    ),
  );
}

function countsOf(findings: readonly Finding[]): Record<Finding["severity"], number> {
  const counts = { note: 0, warn: 0, stop: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
