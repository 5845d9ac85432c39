// What the chip says: how many findings on its first line, who can read it on its second.

import type { Severity } from "../contract";
import type { ChipState } from "./contract";
import { element } from "./dom";
import { audienceLine, countLine, gapLine, notCheckingLine, restLine, word } from "./words";

interface Lines {
  kind: string;
  first: string;
  further: string[];
  shape: Severity | null;
}

/** Writes a state into a chip, and under it a sentence that is said for a while. */
export function writeState(node: HTMLElement, state: ChipState, said: string | null): void {
  const { kind, first, further, shape } = linesOf(state);
  node.className = `chip ${kind}`;
  node.replaceChildren(
    element(
      "span",
      { class: "first" },
      shape ? element("span", { class: `shape ${shape}`, text: "    ", attributes: { "aria-hidden": "true" } }) : null,
      first,
    ),
    ...[...further, ...(said ? [said] : [])].map((line) => element("span", { class: "second", text: line })),
  );
}

/** Writes what outlasts its composer. */
export function writeLast(node: HTMLElement, said: string): void {
  node.className = "chip last";
  node.replaceChildren(element("span", { class: "first", text: said }));
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
