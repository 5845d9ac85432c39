// From an underline to its card, by pointer or by keyboard, and from the card's answer to what is done.

import { placeOf } from "../composer/boxes";
import type { Composer } from "../composer/composer";
import { REST } from "../composer/rest";
import { type Outcome, replace } from "../editors/replace";
import { caretLineOf } from "../editors/selection";
import { scopesFor } from "../settings/ignores";
import type { CardAnswer, CardRequest, IgnoreScope, Surfaces } from "../surfaces/contract";
import { rectsOf } from "../surfaces/underline";
import { word } from "../surfaces/words";
import { isHeated } from "./heat";
import { stepOf } from "./keys";
import type { Marked } from "./marks";

/** How long the pointer rests on an underline before its card opens, in milliseconds. */
const DWELL = 400;

export interface ReviewHelp {
  surfaces(): Surfaces | null;
  composers(): readonly Composer[];
  /** The composer that has the focus, or had it last. */
  current(): Composer | null;
  siteName: string;
  ignore(composer: Composer, item: Marked, scope: IgnoreScope): void;
}

export class Review {
  private dwell = 0;
  private lastKey: string | null = null;

  constructor(
    private readonly help: ReviewHelp,
    signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => clearTimeout(this.dwell));
  }

  /** Listens while something is being composed. */
  listen(signal: AbortSignal): void {
    const options = { capture: true, signal, passive: true };
    window.addEventListener("pointermove", (event) => this.pointed(event), options);
    window.addEventListener("click", (event) => this.clicked(event), options);
    window.addEventListener("keydown", (event) => this.pressed(event), { capture: true, signal });
  }

  step(direction: 1 | -1): void {
    const composer = this.help.current();
    const items = composer?.found.open ?? [];
    if (!composer || items.length === 0) return;
    const ordered = [...items].sort((a, b) => a.start - b.start);
    const at = ordered.findIndex((item) => item.key === this.lastKey);
    const first = direction === 1 ? 0 : ordered.length - 1;
    const next = ordered[at < 0 ? first : (at + direction + ordered.length) % ordered.length];
    if (next) void this.open(composer, next, "keyboard");
  }

  /** The chip was pressed. */
  openFirst(composer: Composer): void {
    const [item] = composer.found.open;
    if (item) void this.open(composer, item, "keyboard");
  }

  private pressed(event: KeyboardEvent): void {
    const step = event.isTrusted ? stepOf(event) : null;
    if (!step || !this.help.current()?.found.open.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.step(step);
  }

  private pointed(event: PointerEvent): void {
    clearTimeout(this.dwell);
    if (event.buttons !== 0 || !this.isOverText(event)) return;
    const { clientX, clientY } = event;
    this.dwell = window.setTimeout(() => this.openAt(clientX, clientY, "hover"), DWELL);
  }

  private clicked(event: MouseEvent): void {
    clearTimeout(this.dwell);
    if (event.isTrusted && this.isOverText(event)) this.openAt(event.clientX, event.clientY, "click");
  }

  private isOverText(event: Event): boolean {
    if (this.help.surfaces()?.owns(event)) return false;
    const path = event.composedPath();
    return this.help.composers().some((composer) => composer.found.open.length > 0 && composer.isTypedIn(path));
  }

  private openAt(x: number, y: number, by: "hover" | "click"): void {
    const surfaces = this.help.surfaces();
    const mark = surfaces?.underline.at(x, y);
    if (!mark || surfaces?.card.openKey === mark.key || surfaces?.gate.isOpen) return;
    for (const composer of this.help.composers()) {
      const item = composer.found.open.find((candidate) => candidate.finding === mark.finding);
      if (item) void this.open(composer, item, by);
    }
  }

  private async open(composer: Composer, item: Marked, by: CardRequest["by"]): Promise<void> {
    const surfaces = this.help.surfaces();
    const request = surfaces && this.request(composer, item, by);
    if (!request) return;
    this.lastKey = item.key;
    surfaces.near(composer.editor);
    const backToText = composer.keepCaret();
    this.answer(composer, item, await surfaces.card.open(request), backToText);
  }

  private request(composer: Composer, item: Marked, by: CardRequest["by"]): CardRequest {
    const items = composer.found.open;
    const place = placeOf(composer.boxes, item.start, item.end);
    const mark = composer.markOf(item);
    const editor = place?.box.editor ?? composer.editor;
    // Words that stand in no box (the description of a picture) are changed where the site has them written.
    const finding = place ? item.finding : { ...item.finding, fixes: [] };
    const rects = mark ? rectsOf(mark.range) : [];
    return {
      mark: mark ?? { key: item.key, finding, range: document.createRange() },
      rects: rects.length > 0 ? rects : [editor.getBoundingClientRect()],
      caretLine: caretLineOf(editor),
      by,
      ignores: scopesFor(item.finding),
      siteName: this.help.siteName,
      position: { index: items.indexOf(item), count: items.length },
      report: composer.report,
      rest: isHeated(item.finding) ? (composer.restLeft === null ? "offered" : "resting") : null,
    };
  }

  private answer(composer: Composer, opened: Marked, answer: CardAnswer, backToText: () => void): void {
    // The text may have been edited under the open card, and not every edit is told as it is made.
    composer.look();
    const item = composer.found.open.find(({ key }) => key === opened.key);
    if (answer.kind === "closed") {
      if (answer.restoreFocus) backToText();
    } else if (answer.kind === "next" || answer.kind === "previous") {
      this.step(answer.kind === "next" ? 1 : -1);
    } else if (item && answer.kind === "fix") {
      void this.fix(composer, item, answer.index);
    } else if (answer.kind === "rest" || answer.kind === "end-rest") {
      if (answer.kind === "rest") composer.rest.begin(REST);
      else composer.rest.end();
      composer.look();
      backToText();
    } else if (item && answer.kind === "ignore") {
      this.help.ignore(composer, item, answer.scope);
      backToText();
    }
  }

  private async fix(composer: Composer, item: Marked, index: number): Promise<void> {
    const fix = item.finding.fixes[index];
    if (!fix) return;
    // A fix with a span of its own was measured where the finding stood in the report.
    const moved = item.start - item.finding.start;
    const [start, end] =
      fix.start === undefined || fix.end === undefined ? [item.start, item.end] : [fix.start + moved, fix.end + moved];
    const place = placeOf(composer.boxes, start, end);
    const outcome: Outcome = place
      ? await replace(place.box.editor, place.start, place.end, fix.replacement)
      : "undone";
    if (outcome !== "done") {
      const sentence = word(outcome === "undone" ? "fix_failed" : "fix_changed");
      this.help.surfaces()?.card.say(sentence);
      this.help.surfaces()?.announcer.say(sentence);
    }
    composer.look();
  }
}
