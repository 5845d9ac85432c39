// A box for any text: what is pasted, written or selected on a page is checked and kept nowhere.

import { ask } from "../background/messages";
import type { Finding } from "../contract";
import { element } from "../surfaces/dom";
import { categoryTitle, countLine, word } from "../surfaces/words";
import { part, say } from "./parts";

/** Quiet time after the last key before the text is checked, in milliseconds. */
const QUIET = 250;

export async function showTry(): Promise<void> {
  const box = part("try-text", HTMLTextAreaElement);
  let waiting = 0;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void check(box), QUIET);
  });
  const selected = await ask<"selection-take">({ kind: "selection-take" });
  if (!selected) return;
  box.value = selected;
  part("try", HTMLDetailsElement).open = true;
  box.focus();
  await check(box);
}

async function check(box: HTMLTextAreaElement): Promise<void> {
  const text = box.value;
  const report = text.trim() === "" ? null : await ask<"text-check">({ kind: "text-check", text });
  // A later text has its own answer.
  if (box.value !== text) return;
  const heading = part("try-count", HTMLParagraphElement);
  heading.textContent =
    text.trim() === "" ? "" : report ? countLine(countsOf(report.findings)) : word("popup_no_answer");
  part("try-findings", HTMLUListElement).replaceChildren(
    ...(report?.findings ?? []).map((finding) => row(finding, text.slice(finding.start, finding.end))),
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
