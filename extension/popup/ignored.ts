// What is ignored for good, each undoable. Ignored wording is kept as a hash, so it cannot be shown again.

import { ask } from "../background/messages";
import type { IgnoredItem } from "../settings/schema";
import { button, element, presses } from "../surfaces/dom";
import { categoryTitle, word } from "../surfaces/words";
import { part, say } from "./parts";

export async function showIgnored(): Promise<void> {
  draw((await ask<"ignored-list">({ kind: "ignored-list" })) ?? []);
}

function draw(items: IgnoredItem[]): void {
  part("ignored-count", HTMLSpanElement).textContent = items.length ? String(items.length) : "";
  part("ignored-none", HTMLParagraphElement).hidden = items.length > 0;
  part("ignored-list", HTMLUListElement).replaceChildren(...items.map(row));
}

function row(item: IgnoredItem): HTMLLIElement {
  const undo = button(word("ignored_undo"), "plain", async () => {
    draw((await ask<"ignored-undo">({ kind: "ignored-undo", id: item.id })) ?? []);
    part("ignored", HTMLDetailsElement).querySelector<HTMLElement>("summary")?.focus();
    say(word("ignored_undone"));
  });
  undo.addEventListener("click", () => presses.get(undo)?.());
  const title = categoryTitle(item.rule.split("/")[0] ?? item.rule);
  const text =
    item.kind === "not-useful"
      ? word("ignored_not_useful", title, String(item.count))
      : word(`ignored_${item.kind.replaceAll("-", "_")}`, title, "site" in item ? item.site : "");
  return element("li", {}, element("span", { text }), undo);
}
