// Ready replies in a card, and where a complaint or abuse is taken instead of answering it in public.

import type { Finding } from "../contract";
import type { CardAnswer, CardRequest } from "./contract";
import { button, element } from "./dom";
import { word } from "./words";

/** `null`: the finding has none. */
export function replies(
  finding: Finding,
  report: CardRequest["report"],
  answer: (answer: CardAnswer) => void,
): HTMLElement | null {
  const offered = finding.fixes.flatMap((fix, index) => (fix.reply ? [{ fix, index }] : []));
  if (offered.length === 0) return null;
  const rows = offered.map(({ fix, index }) => {
    const words = element("p", { id: `reply-${index}`, text: fix.replacement });
    const choose = button(fix.title, "plain", () => answer({ kind: "fix", index }));
    choose.setAttribute("aria-describedby", words.id);
    return element("div", { class: "reply" }, choose, words);
  });
  return element(
    "section",
    { class: "replies", attributes: { "aria-labelledby": "replies-title" } },
    element("h3", { id: "replies-title", text: word("replies_title") }),
    ...rows,
    report && routes(report),
  );
}

function routes({ site, siteName, help }: NonNullable<CardRequest["report"]>): HTMLElement {
  return element(
    "details",
    {},
    element("summary", { text: word("replies_routes") }),
    element("p", { text: word("replies_complaint") }),
    element("p", { text: word(`report_${site}`) }),
    element(
      "p",
      {},
      element("a", {
        text: word("report_help", siteName),
        attributes: { href: help, target: "_blank", rel: "noopener noreferrer" },
      }),
    ),
  );
}
