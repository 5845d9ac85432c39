// Fourteen questions before posting. Ticks are kept until the browser closes.

import { ask } from "../background/messages";
import { element } from "../surfaces/dom";
import { word } from "../surfaces/words";
import { part, say } from "./parts";

export const QUESTIONS = [
  "aloud",
  "noticeboard",
  "recognise",
  "consent",
  "offensive",
  "prejudice",
  "trust",
  "facts",
  "interest",
  "picture",
  "audience",
  "policy",
  "complaint",
  "unsure",
] as const;

export async function showChecklist(): Promise<void> {
  const list = part("checklist", HTMLOListElement);
  const ticked = new Set((await ask<"checklist-get">({ kind: "checklist-get" })) ?? []);
  const boxes = QUESTIONS.map((question) => {
    const box = element("input", { attributes: { type: "checkbox", value: question } });
    box.checked = ticked.has(question);
    list.append(element("li", {}, element("label", {}, box, element("span", { text: word(`checklist_${question}`) }))));
    return box;
  });

  const count = (): void => {
    const done = boxes.filter((box) => box.checked).length;
    part("checklist-count", HTMLSpanElement).textContent = word("checklist_count", String(done), String(boxes.length));
    part("checklist-clear", HTMLButtonElement).hidden = done === 0;
  };
  const save = async (): Promise<void> => {
    count();
    await ask<"checklist-set">({
      kind: "checklist-set",
      ticked: boxes.filter((box) => box.checked).map((box) => box.value),
    });
  };
  list.addEventListener("change", () => void save());
  part("checklist-clear", HTMLButtonElement).addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    boxes[0]?.focus();
    void save();
    say(word("checklist_cleared"));
  });
  count();
}
