// The card: what was found, why it is risky, who says so, what to do, and how to be rid of it.

import type { Estimate, Finding } from "../contract";
import { citation } from "./citation";
import type { Card, CardAnswer, CardRequest } from "./contract";
import { button, element } from "./dom";
import { besideWords, EDGE, GAP } from "./geometry";
import type { Host } from "./host";
import { replies } from "./replies";
import { rectsOf } from "./underline";
import { categoryTitle, ignoreLabel, word } from "./words";

/** How long a hovering pointer may be away from the words and the card before the card closes, ms. */
const LINGER = 450;

export function makeCard(host: Host, sayInChip: (sentence: string) => void, signal: AbortSignal): Card {
  let open: { key: string; node: HTMLElement; settle: (answer: CardAnswer) => void; undo: AbortController } | null =
    null;

  function close(answer: CardAnswer): void {
    if (!open) return;
    const { node, settle, undo } = open;
    open = null;
    undo.abort();
    node.remove();
    settle(answer);
  }

  signal.addEventListener("abort", () => close({ kind: "closed", restoreFocus: false }));

  return {
    get openKey() {
      return open?.key ?? null;
    },
    close: () => close({ kind: "closed", restoreFocus: false }),
    say(sentence) {
      if (!open) return sayInChip(sentence);
      const said = open.node.querySelector<HTMLElement>(".said");
      if (said) {
        said.textContent = sentence;
        said.hidden = false;
      }
    },
    open(request) {
      close({ kind: "closed", restoreFocus: false });
      return new Promise((settle) => {
        const undo = new AbortController();
        const node = build(request, close);
        open = { key: request.mark.key, node, settle, undo };
        host.place(nodeOf(request));
        host.layer.append(node);
        lay(node, request);
        if (request.by === "keyboard") {
          node.dataset.focused = "";
          node.querySelector<HTMLElement>("h2")?.focus();
        }
        const removeKeys = host.onKey((event) => onKey(event, node, host, close));
        undo.signal.addEventListener("abort", removeKeys);
        watchEscape(request, undo.signal, close);
        if (request.by === "hover") watchPointer(node, request, undo.signal, close);
        const follow = (): void => lay(node, request);
        // Unfolding makes it taller, perhaps too tall for what opens to be seen.
        for (const fold of node.querySelectorAll("details")) {
          const unfolds = (): void => {
            fit(node);
            if (fold.open) fold.scrollIntoView({ block: "nearest" });
          };
          fold.addEventListener("toggle", unfolds, { signal: undo.signal });
        }
        window.addEventListener("scroll", follow, { capture: true, passive: true, signal: undo.signal });
        window.addEventListener("resize", follow, { passive: true, signal: undo.signal });
      });
    },
  };
}

function build(request: CardRequest, answer: (answer: CardAnswer) => void): HTMLElement {
  const { finding } = request.mark;
  const severity = word(`severity_${finding.severity}`);
  const heading = element("h2", {
    id: "card-title",
    text: categoryTitle(finding.category),
    attributes: { tabindex: "-1" },
  });
  const place = word("card_place", String(request.position.index + 1), String(request.position.count));
  return element(
    "section",
    {
      class: "card",
      attributes: {
        role: "dialog",
        "aria-modal": "false",
        "aria-labelledby": "card-title",
        "aria-describedby": "card-message",
      },
    },
    element(
      "div",
      { class: "reading" },
      element(
        "header",
        {},
        element("span", { class: `shape ${finding.severity}`, text: "      ", attributes: { "aria-hidden": "true" } }),
        element("span", { class: "hidden-words", text: `${severity}: ` }),
        heading,
        request.position.count > 1 ? element("span", { class: "place", text: place }) : null,
      ),
      element("p", { id: "card-message", text: finding.message }),
      element("p", { class: "said", attributes: { role: "status", hidden: "" } }),
      finding.estimate ? chain(finding.estimate) : null,
      finding.fixes.some(({ reply }) => !reply) ? fixes(finding, answer) : null,
      replies(finding, request.report, answer),
      request.rest && rest(request.rest, answer),
      element("p", { class: "why", text: finding.why }),
      ...finding.guidance.slice(0, 2).map(citation),
      ignoring(request, answer),
    ),
    footer(request, answer),
  );
}

function fixes(finding: Finding, answer: (answer: CardAnswer) => void): HTMLElement {
  const buttons = finding.fixes.flatMap((fix, index) => {
    if (fix.reply) return [];
    const made = button(fix.title, index === 0 ? "strong" : "plain", () => answer({ kind: "fix", index }));
    if (fix.replacement) made.title = fix.replacement;
    return [made];
  });
  return element("div", { class: "fixes" }, ...buttons);
}

function rest(state: "offered" | "resting", answer: (answer: CardAnswer) => void): HTMLElement {
  const offered = state === "offered";
  const choose = button(word(offered ? "rest_begin" : "rest_end"), "plain", () =>
    answer({ kind: offered ? "rest" : "end-rest" }),
  );
  return element("div", { class: "fixes" }, choose);
}

/** How few people the details still fit, step by step. */
function chain(estimate: Estimate): HTMLElement {
  const narrowest = estimate.chain.reduce<number>(
    (best, step, index, all) => (step.factor < (all[best]?.factor ?? 1) ? index : best),
    0,
  );
  const steps = estimate.chain.map((step, index) =>
    element("li", {
      class: index === narrowest ? "narrowest" : "",
      text: step.words,
      attributes: { title: step.source },
    }),
  );
  steps.push(element("li", { text: word("estimate_fits", estimate.fits_words) }));
  return element("ol", { class: "chain", attributes: { "aria-label": word("estimate_label") } }, ...steps);
}

function ignoring(request: CardRequest, answer: (answer: CardAnswer) => void): HTMLElement {
  const choices = request.ignores.map((scope) =>
    button(ignoreLabel(scope, request.siteName), "quiet", () => answer({ kind: "ignore", scope })),
  );
  return element(
    "details",
    {},
    element("summary", { text: word("card_ignore") }),
    element("div", { class: "ignores" }, ...choices),
  );
}

function footer(request: CardRequest, answer: (answer: CardAnswer) => void): HTMLElement {
  const steps =
    request.position.count > 1
      ? [
          button(word("card_previous"), "quiet", () => answer({ kind: "previous" })),
          button(word("card_next"), "quiet", () => answer({ kind: "next" })),
        ]
      : [];
  return element(
    "footer",
    {},
    element("span", {}, ...steps),
    button(word("card_close"), "quiet", () => answer({ kind: "closed", restoreFocus: request.by === "keyboard" })),
  );
}

function onKey(event: KeyboardEvent, node: HTMLElement, host: Host, answer: (answer: CardAnswer) => void): boolean {
  if (event.key === "Escape") {
    answer({ kind: "closed", restoreFocus: true });
    return true;
  }
  if (event.key !== "Tab") return false;
  const stops = [...node.querySelectorAll<HTMLElement>("h2, button, a[href], summary")].filter(
    (stop) => stop.getClientRects().length > 0,
  );
  const at = stops.indexOf(host.focused as HTMLElement);
  const next = at + (event.shiftKey ? -1 : 1);
  // Out of the card at either end, back to the text: the card is no trap.
  if (next < 0 || next >= stops.length) answer({ kind: "closed", restoreFocus: true });
  else stops[next]?.focus();
  return true;
}

/** Escape closes a card while the focus is in the text, and the page does not take it for "close the composer". */
function watchEscape(request: CardRequest, signal: AbortSignal, answer: (answer: CardAnswer) => void): void {
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      answer({ kind: "closed", restoreFocus: request.by === "keyboard" });
    },
    { capture: true, signal },
  );
}

function watchPointer(
  node: HTMLElement,
  request: CardRequest,
  signal: AbortSignal,
  answer: (answer: CardAnswer) => void,
): void {
  let away = 0;
  const near = (x: number, y: number): boolean =>
    [node.getBoundingClientRect(), ...rectsOf(request.mark.range)].some(
      (rect) => x > rect.left - 8 && x < rect.right + 8 && y > rect.top - 10 && y < rect.bottom + 14,
    );
  window.addEventListener(
    "pointermove",
    (event) => {
      if (near(event.clientX, event.clientY)) {
        clearTimeout(away);
        away = 0;
      } else if (away === 0) {
        away = window.setTimeout(() => answer({ kind: "closed", restoreFocus: false }), LINGER);
      }
    },
    { capture: true, passive: true, signal },
  );
  signal.addEventListener("abort", () => clearTimeout(away));
}

function lay(node: HTMLElement, request: CardRequest): void {
  const words = rectsOf(request.mark.range);
  node.style.maxHeight = "";
  const { width, height } = node.getBoundingClientRect();
  const box = besideWords({ width, height }, words.length ? words : request.rects, request.caretLine);
  if (box.height < height) node.style.maxHeight = `${box.height}px`;
  node.style.left = `${box.left}px`;
  node.style.top = `${box.top}px`;
  // Above its words it must not grow down over them.
  const below = words.filter(
    (rect) => rect.top >= box.top + box.height && rect.left < box.left + width && rect.right > box.left,
  );
  const room = Math.min(...below.map((rect) => rect.top - box.top - GAP));
  if (below.length) node.style.maxHeight = `min(70vh, 560px, ${room}px)`;
}

/** Stays where it is and scrolls: a card that jumps away from the pointer is lost. */
function fit(node: HTMLElement): void {
  node.style.maxHeight ||= `${innerHeight - node.getBoundingClientRect().top - EDGE}px`;
}

function nodeOf(request: CardRequest): Element | null {
  const { range } = request.mark;
  if ("control" in range) return range.control;
  const start = range.startContainer;
  return start instanceof Element ? start : start.parentElement;
}
