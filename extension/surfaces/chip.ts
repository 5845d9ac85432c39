// The chip at the composer: how many findings on its first line, who can read it on its second.

import type { Severity } from "../contract";
import type { Anchor, Chip, ChipState } from "./contract";
import { element, presses } from "./dom";
import { atComposer } from "./geometry";
import type { Host } from "./host";
import { audienceLine, countLine, gapLine, notCheckingLine, restLine, word } from "./words";

interface Shown {
  node: HTMLButtonElement;
  anchor: () => Anchor | null;
  undo: AbortController;
  /** The state it shows, as JSON. */
  state: string;
  /** What it was placed by: to look for another place costs more than all else that is done for a key. */
  laidBy: string;
  /** The frame in which it is to be placed again, or 0. */
  frame: number;
}

/** How long a sentence stays in the chip, ms. */
const SAID_FOR = 6000;

export function makeChip(host: Host, signal: AbortSignal): Chip & { say(sentence: string): void } {
  const shown = new Map<string, Shown>();
  let activate: (composer: string) => void = () => undefined;

  function lay(entry: Shown): void {
    cancelAnimationFrame(entry.frame);
    entry.frame = 0;
    const { node, state } = entry;
    const anchor = entry.anchor();
    const line = anchor?.caretLine;
    const box = anchor?.box;
    const around = [box?.left, box?.top, box?.width, box?.height, line?.top, line?.bottom, innerWidth, innerHeight];
    const laidBy = `${state} ${around}`;
    // A list of suggestions may have opened where the chip is.
    if (laidBy === entry.laidBy && document.activeElement?.getAttribute("aria-expanded") !== "true") return;
    entry.laidBy = laidBy;
    const size = { width: node.offsetWidth, height: node.offsetHeight };
    const place = anchor && atComposer(size, anchor, document.activeElement, (hit) => host.is(hit));
    node.style.visibility = place ? "visible" : "hidden";
    if (!place) return;
    node.style.left = `${place.left}px`;
    node.style.top = `${place.top}px`;
  }

  function layAnew(entry: Shown): void {
    entry.laidBy = "";
    lay(entry);
  }

  function make(composer: string, anchor: () => Anchor | null): Shown {
    const node = element("button", { class: "chip", attributes: { type: "button" } });
    presses.set(node, () => activate(composer));
    const undo = new AbortController();
    const entry: Shown = { node, anchor, undo, state: "", laidBy: "", frame: 0 };
    const follow = (): void => {
      entry.frame ||= requestAnimationFrame(() => lay(entry));
    };
    const options = { capture: true, passive: true, signal: undo.signal } as const;
    for (const type of ["scroll", "resize", "selectionchange"]) window.addEventListener(type, follow, options);
    undo.signal.addEventListener("abort", () => {
      cancelAnimationFrame(entry.frame);
      node.remove();
    });
    host.layer.append(node);
    shown.set(composer, entry);
    return entry;
  }

  function hide(composer: string): void {
    shown.get(composer)?.undo.abort();
    shown.delete(composer);
  }

  signal.addEventListener("abort", () => {
    for (const composer of [...shown.keys()]) hide(composer);
  });

  return {
    show(composer, anchor, state) {
      const entry = shown.get(composer) ?? make(composer, anchor);
      entry.anchor = anchor;
      const shownState = JSON.stringify(state);
      if (entry.state !== shownState) {
        entry.state = shownState;
        write(entry.node, linesOf(state));
      }
      lay(entry);
    },
    hide,
    onActivate(listener) {
      activate = listener;
    },
    say(sentence) {
      for (const entry of shown.values()) {
        const said = element("span", { class: "second", text: sentence, attributes: { role: "status" } });
        entry.node.append(said);
        layAnew(entry);
        setTimeout(() => {
          if (!said.isConnected) return;
          said.remove();
          layAnew(entry);
        }, SAID_FOR);
      }
    },
  };
}

function write(node: HTMLElement, { kind, first, further, shape }: Lines): void {
  node.className = `chip ${kind}`;
  node.replaceChildren(
    element(
      "span",
      { class: "first" },
      shape ? element("span", { class: `shape ${shape}`, text: "    ", attributes: { "aria-hidden": "true" } }) : null,
      first,
    ),
    ...further.map((line) => element("span", { class: "second", text: line })),
  );
}

interface Lines {
  kind: string;
  first: string;
  further: string[];
  shape: Severity | null;
}

function linesOf(state: ChipState): Lines {
  switch (state.kind) {
    case "checking": {
      const { counts } = state;
      const worst: Severity | null = counts.stop ? "stop" : counts.warn ? "warn" : counts.note ? "note" : null;
      const further = [audienceLine(state.audience), ...state.gaps.map(gapLine)];
      if (state.hasRested) further.push(word("rest_over"));
      return { kind: worst ?? "clear", first: countLine(counts), further, shape: worst };
    }
    case "resting": {
      const further = [countLine(state.counts), audienceLine(state.audience)];
      return { kind: "resting", first: restLine(state.minutesLeft), further, shape: null };
    }
    case "starting":
      return { kind: "starting", first: word("chip_starting"), further: [audienceLine(state.audience)], shape: null };
    case "not-checking":
      return {
        kind: "not-checking",
        first: notCheckingLine(state.reason),
        further: state.audience ? [audienceLine(state.audience)] : [],
        shape: null,
      };
    case "press-again":
      return { kind: "press-again", first: word("chip_press_again"), further: [], shape: null };
  }
}
