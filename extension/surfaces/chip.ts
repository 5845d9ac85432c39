// The chips, one at each composer. What one says for a while outlasts its composer where that ends before.

import { writeLast, writeState } from "./chip-lines";
import type { Anchor, Chip, ChipState } from "./contract";
import { element, presses } from "./dom";
import { atComposer } from "./geometry";
import type { Host } from "./host";

/** How long a sentence stays in the chip, ms. */
const SAID_FOR = 6000;

export function makeChip(host: Host, signal: AbortSignal): Chip {
  const shown = new Map<string, ComposerChip>();
  let activate: (composer: string) => void = () => undefined;

  function make(composer: string): ComposerChip {
    const chip = new ComposerChip(host, () => activate(composer), signal);
    shown.set(composer, chip);
    return chip;
  }

  function hide(composer: string): void {
    shown.get(composer)?.leave();
    shown.delete(composer);
  }

  signal.addEventListener("abort", () => {
    for (const composer of [...shown.keys()]) hide(composer);
  });

  return {
    show: (composer, anchor, state) => (shown.get(composer) ?? make(composer)).show(anchor, state),
    hide,
    onActivate(listener) {
      activate = listener;
    },
    say(sentence, composer) {
      for (const [id, chip] of shown) if (composer === undefined || id === composer) chip.say(sentence);
    },
  };
}

class ComposerChip {
  private readonly node = element("button", { class: "chip", attributes: { type: "button" } });
  private readonly following = new AbortController();
  private anchor: () => Anchor | null = () => null;
  private state: ChipState | null = null;
  /** The state as JSON. */
  private written = "";
  private said: string | null = null;
  private saidTimer = 0;
  /** What it was placed by: to look for another place costs more than all else that is done for a key. */
  private laidBy = "";
  /** The frame in which it is to be placed again, or 0. */
  private frame = 0;

  constructor(
    private readonly host: Host,
    activate: () => void,
    private readonly ending: AbortSignal,
  ) {
    presses.set(this.node, activate);
    const follow = (): void => {
      this.frame ||= requestAnimationFrame(() => this.lay());
    };
    const options = { capture: true, passive: true, signal: this.following.signal } as const;
    for (const type of ["scroll", "resize", "selectionchange"]) window.addEventListener(type, follow, options);
    host.layer.append(this.node);
  }

  show(anchor: () => Anchor | null, state: ChipState): void {
    this.anchor = anchor;
    const written = JSON.stringify(state);
    if (written !== this.written) {
      this.state = state;
      this.written = written;
      writeState(this.node, state, this.said);
    }
    this.lay();
  }

  say(sentence: string): void {
    clearTimeout(this.saidTimer);
    this.saidTimer = window.setTimeout(() => this.turn(null), SAID_FOR);
    this.turn(sentence);
  }

  /** Its composer has ended, or is not to have one any more. */
  leave(): void {
    this.following.abort();
    cancelAnimationFrame(this.frame);
    if (this.said === null || this.ending.aborted) {
      this.remove();
      return;
    }
    writeLast(this.node, this.said);
    // Where it lay last, though its editor may have left the page before it.
    this.node.style.visibility = "visible";
    presses.delete(this.node);
    // A dialog of the page takes what lies in it along when it closes.
    this.host.place(null);
  }

  private turn(said: string | null): void {
    this.said = said;
    if (this.following.signal.aborted) {
      this.remove();
      return;
    }
    if (this.state) writeState(this.node, this.state, said);
    this.laidBy = "";
    this.lay();
  }

  private remove(): void {
    clearTimeout(this.saidTimer);
    this.node.remove();
    this.host.clearAway();
  }

  private lay(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const anchor = this.anchor();
    const line = anchor?.caretLine;
    const box = anchor?.box;
    const around = [box?.left, box?.top, box?.width, box?.height, line?.top, line?.bottom, innerWidth, innerHeight];
    const laidBy = `${this.written} ${around}`;
    // A list of suggestions may have opened where the chip is.
    if (laidBy === this.laidBy && document.activeElement?.getAttribute("aria-expanded") !== "true") return;
    this.laidBy = laidBy;
    const size = { width: this.node.offsetWidth, height: this.node.offsetHeight };
    const place = anchor && atComposer(size, anchor, document.activeElement, (hit) => this.host.is(hit));
    this.node.style.visibility = place ? "visible" : "hidden";
    if (!place) return;
    this.node.style.left = `${place.left}px`;
    this.node.style.top = `${place.top}px`;
  }
}
