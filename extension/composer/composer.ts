// The state of one composer: its text, who can read it, and the report of it.

import type { Attached } from "../attachments/attached";
import type { Diagnostics } from "../background/messages";
import type { Draft, Report } from "../contract";
import { caretLineOf } from "../editors/selection";
import { type CloserEngine, MAX_DRAFT } from "../engine/client";
import { Found } from "../findings/found";
import { isHeated } from "../findings/heat";
import type { Marked } from "../findings/marks";
import type { AlwaysIgnored } from "../settings/ignores";
import type { Adapter, Place } from "../sites/site";
import type { Anchor, AudienceWords, CardRequest, Gap, Mark, NotCheckingReason } from "../surfaces/contract";
import { type Boxes, letGo, placeOf, rangeAt, readBoxes } from "./boxes";
import { caretIn, focusedIn, WayBack } from "./caret";
import { Checking } from "./checking";
import { Conditions } from "./conditions";
import { Surroundings } from "./context";
import { diagnose } from "./diagnose";
import { editBetween } from "./follow";
import { Rest } from "./rest";
import { isInAnotherScript } from "./script";
import { Watching } from "./watching";

export interface ComposerEvents {
  /** What is shown of it has changed. */
  changed(composer: Composer): void;
  /** The time it was kept for is over. */
  rested(composer: Composer): void;
  /** It has left the page, or is empty and without focus. */
  ended(composer: Composer): void;
}

export class Composer {
  readonly id = crypto.randomUUID();
  readonly found: Found;
  readonly rest = new Rest(
    () => this.events.changed(this),
    () => this.hasRested && this.events.rested(this),
  );
  boxes: Boxes = { text: "", list: [] };
  /** The next submit goes through without a question. */
  passArmed = false;
  /** A submit is being held. */
  isHolding = false;
  /** "I have this patient's recorded consent", said at the gate, for this draft only. */
  consentRecorded = false;
  private place: Place;
  private isEnded = false;
  private isAboutToTell = false;
  private readonly wayBack = new WayBack();
  private readonly conditions = new Conditions();
  private readonly surroundings: Surroundings;
  private readonly checking: Checking;
  private readonly watching: Watching;

  constructor(
    private readonly adapter: Adapter,
    scope: Element,
    editor: HTMLElement,
    engine: CloserEngine,
    always: AlwaysIgnored,
    attached: Attached,
    private readonly events: ComposerEvents,
  ) {
    this.place = { scope, editor };
    this.surroundings = new Surroundings(adapter, attached, () => this.place);
    this.found = new Found(
      always,
      () => this.text,
      () => this.events.changed(this),
    );
    this.checking = new Checking(engine, (draft, report, turned) => this.take(draft, report, turned));
    this.watching = new Watching(scope, {
      changed: (around) => this.changed(around),
      left: () => this.left(),
      removed: () => this.end(),
    });
  }

  get scope(): Element {
    return this.place.scope;
  }

  isOf(adapter: Adapter, scope: Element): boolean {
    return adapter === this.adapter && scope === this.scope;
  }

  /** What its submit keys do on the page is known. */
  get knowsKeys(): boolean {
    return !this.adapter.guessesKeys;
  }

  get editor(): HTMLElement {
    return this.place.editor;
  }

  get text(): string {
    return this.boxes.text;
  }

  get isEmpty(): boolean {
    return this.text.trim() === "";
  }

  /** A picture alone is a draft too: its description may follow, written elsewhere. */
  private get hasAttachments(): boolean {
    return this.surroundings.now.attachments !== null;
  }

  get audience(): AudienceWords {
    return this.surroundings.now.audienceWords;
  }

  /** Findings of the heat of the moment. */
  get heated(): readonly Marked[] {
    return this.found.open.filter((item) => isHeated(item.finding));
  }

  /** Minutes that the draft still rests; what is no longer heated need not. */
  get restLeft(): number | null {
    return this.heated.length > 0 ? this.rest.minutesLeft : null;
  }

  /** It was kept for its time and may go out now; what is no longer heated need not be told so. */
  get hasRested(): boolean {
    return this.rest.isOver && this.heated.length > 0;
  }

  /** Where abuse is reported, when somebody is answered. */
  get report(): CardRequest["report"] {
    return this.surroundings.report;
  }

  /** A report of exactly this draft is at hand. */
  get isCurrent(): boolean {
    return this.checking.isOf(this.draft());
  }

  get isStarting(): boolean {
    return this.checking.hasNone && !this.checking.failed && !this.isEmpty;
  }

  get notChecking(): NotCheckingReason | null {
    if (this.text.length > MAX_DRAFT) return "too-long";
    if (this.checking.failed) return "engine";
    return null;
  }

  /** What of it is not covered. */
  get gaps(): readonly Gap[] {
    if (this.isEmpty) return [];
    const gaps: Gap[] = [];
    if (isInAnotherScript(this.text)) gaps.push("script");
    if (this.adapter.takesOver) gaps.push("editor");
    if (!this.surroundings.now.leadsOut) gaps.push("submit");
    return gaps;
  }

  /** The marks to underline, where they stand now. */
  shown(): Mark[] {
    if (this.found.marks.all.length === 0) letGo(this.boxes);
    return this.found.open.filter((item) => !item.fresh).flatMap((item) => this.markOf(item) ?? []);
  }

  markOf(item: Marked): Mark | null {
    const place = placeOf(this.boxes, item.start, item.end);
    const range = place && rangeAt(place);
    return range && { key: item.key, finding: item.finding, range };
  }

  /** Where the editor is on the page, or `null` while it is not to be seen. */
  anchor(): Anchor | null {
    const box = this.editor.getBoundingClientRect();
    return box.width > 0 && box.height > 0 ? { box, caretLine: caretLineOf(this.editor) } : null;
  }

  /** What is returned brings focus and caret back to where they are now. */
  keepCaret(): () => void {
    return this.wayBack.from(this.editor);
  }

  diagnostics(): Diagnostics {
    const { gaps, audience } = this;
    return { ...diagnose(this.adapter, this.editor), gaps, audience: audience.audience };
  }

  submits(): Element[] {
    return this.adapter.submits(this.place);
  }

  isSubmitKey(event: KeyboardEvent): boolean {
    return this.adapter.isSubmitKey(event, this.place);
  }

  /** Whether an event on this path starts in one of its editors. */
  isTypedIn(path: readonly EventTarget[]): boolean {
    return this.boxes.list.some(({ editor }) => path.includes(editor));
  }

  /** An editor of this composer has the focus. */
  focus(editor: HTMLElement): void {
    this.place = { scope: this.scope, editor };
    this.look();
  }

  /** Reads text and surroundings again and has them checked if anything changed. */
  look(): void {
    if (this.isEnded) return;
    this.wayBack.note(this.editor);
    this.surroundings.forget();
    this.reread();
    this.checkAndTell();
  }

  /** Settings or the engine have changed: what was found may no longer hold. */
  recheck(): void {
    this.checking.forget();
    this.checkAndTell();
  }

  /** Lets new underlines appear that the caret has left. */
  caretMoved(): void {
    if (this.found.marks.hasFresh && this.found.marks.settle(caretIn(this.boxes))) this.events.changed(this);
  }

  /** Resolves when a report of the current draft is at hand, or after `limit` milliseconds, with whether one is. */
  reported(limit: number): Promise<boolean> {
    return this.conditions.when(() => this.isCurrent, limit);
  }

  /** Resolves when the draft has gone out (emptied or removed), or after `limit` milliseconds, with whether it has. */
  async gone(limit: number): Promise<boolean> {
    const isGone = (): boolean => this.isEnded || this.isEmpty;
    // A text area that a script empties tells nobody.
    if (!(await this.conditions.when(isGone, limit))) this.look();
    return isGone();
  }

  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.watching.end();
    this.checking.end();
    this.rest.end();
    this.found.end();
    this.conditions.tell();
    this.events.ended(this);
  }

  private changed(around: boolean): void {
    if (around) this.surroundings.forget();
    if (this.reread() || around) this.checkAndTell();
  }

  private left(): void {
    this.wayBack.note(this.editor);
    this.endIfLeft();
  }

  /** Empty and without focus it has ended: when the one comes before the other, and the other way about. */
  private endIfLeft(): void {
    // Where the focus goes is known when the event is over.
    setTimeout(() => {
      if (!this.isEnded && this.isEmpty && !this.hasAttachments && !focusedIn(this.boxes)) this.end();
    });
  }

  /** Reads the boxes; moves the marks with the edit. Says whether text or nodes changed. */
  private reread(): boolean {
    const before = this.boxes;
    const editors = this.editors();
    // While the page shows a step without an editor, the text read last still stands.
    if (editors.length === 0) return false;
    this.boxes = readBoxes(editors, this.adapter.descriptions?.(this.place) ?? []);
    this.watching.watch(editors);
    const edit = editBetween(before.text, this.text);
    if (!edit) return true;
    // Between two drafts a conversation goes on, elsewhere on the page.
    if (before.text.trim() === "") this.surroundings.forget();
    this.found.marks.follow(edit);
    this.passArmed = false;
    if (this.isEmpty) this.emptied();
    this.conditions.tell();
    return true;
  }

  private editors(): HTMLElement[] {
    if (!this.editor.isConnected) {
      const next = this.scope.querySelector<HTMLElement>('[contenteditable="true"][role="textbox"], textarea');
      if (!next) return [];
      this.place = { scope: this.scope, editor: next };
    }
    return this.adapter.editors(this.place);
  }

  private emptied(): void {
    this.rest.clear();
    this.found.clear();
    this.passArmed = false;
    this.consentRecorded = false;
  }

  private draft(): Draft {
    return this.surroundings.draft(this.text, this.consentRecorded);
  }

  /** Tells once of what was changed and of a report that comes at once. */
  private checkAndTell(): void {
    this.isAboutToTell = true;
    this.checking.check(this.draft());
    this.isAboutToTell = false;
    this.events.changed(this);
    if (this.isEmpty) this.endIfLeft();
  }

  private take(draft: Draft, report: Report | null, turned: boolean): void {
    const isNews = draft.text === this.text && this.found.take(report?.findings ?? [], () => caretIn(this.boxes));
    // What is heated from now on has not rested.
    if (report && this.heated.length === 0) this.rest.isOver = false;
    this.conditions.tell();
    if ((isNews || turned) && !this.isAboutToTell) this.events.changed(this);
  }
}
