// The state of one composer: its text, who can read it, what was found in it, and what the user has set aside or accepted.

import type { Draft, Report, Verdict } from "../contract";
import { caretOf } from "../editors/selection";
import type { Engine } from "../engine/client";
import { MAX_DRAFT } from "../engine/client";
import { type Marked, Marks } from "../findings/marks";
import { type AlwaysIgnored, DraftIgnores, sameAs } from "../settings/ignores";
import type { Adapter, Place } from "../sites/site";
import type { AudienceWords, Mark, NotCheckingReason } from "../surfaces/contract";
import { type Boxes, placeOf, rangeAt, readBoxes } from "./boxes";
import { deepActiveElement } from "./find";
import { editBetween } from "./follow";

/** A new underline waits this long, in milliseconds, unless the caret leaves its words before. */
const FRESH_FOR = 500;

interface Context extends Omit<Draft, "text" | "site" | "jurisdiction"> {
  audienceWords: AudienceWords;
  /** A submit control, or a step that leads to one, is there. */
  leadsOut: boolean;
}

export interface ComposerEvents {
  /** What is shown of it has changed. */
  changed(composer: Composer): void;
  /** It has left the page, or is empty and without focus. */
  ended(composer: Composer): void;
}

export class Composer {
  readonly id = crypto.randomUUID();
  readonly marks = new Marks();
  readonly ignores = new DraftIgnores();
  boxes: Boxes = { text: "", list: [] };
  /** The next submit goes through without a question. */
  passArmed = false;
  /** A submit is being held. */
  holding = false;
  consentRecorded = false;
  private place: Place;
  private context: Context | null = null;
  private checked: string | null = null;
  private failed = false;
  private underWay: Promise<void> | null = null;
  private again = false;
  private composing = false;
  private readonly accepted = new Set<string>();
  private readonly ending = new AbortController();
  private readonly waiting = new Set<() => void>();
  private freshTimer = 0;
  private readonly observer = new MutationObserver((records) => this.mutated(records));
  private readonly sizes = new ResizeObserver(() => this.resized());
  private readonly watched = new WeakSet<HTMLElement>();

  constructor(
    private readonly adapter: Adapter,
    scope: Element,
    editor: HTMLElement,
    private readonly engine: Engine,
    private readonly always: AlwaysIgnored,
    private readonly events: ComposerEvents,
  ) {
    this.place = { scope, editor };
    this.sizes.observe(scope);
    this.observer.observe(scope, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["aria-label", "alt", "src", "data-testid"],
    });
  }

  get scope(): Element {
    return this.place.scope;
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

  get audience(): AudienceWords {
    return this.contextNow().audienceWords;
  }

  /** A report of exactly this draft is at hand. */
  get isCurrent(): boolean {
    return this.checked !== null && this.checked === JSON.stringify(this.draft());
  }

  get notChecking(): NotCheckingReason | null {
    if (this.text.length > MAX_DRAFT) return "too-long";
    if (this.failed) return "engine";
    return this.isEmpty || this.contextNow().leadsOut ? null : "no-submit";
  }

  get isStarting(): boolean {
    return this.checked === null && !this.failed && !this.isEmpty;
  }

  /** Findings the user has not set aside. */
  get open(): readonly Marked[] {
    return this.marks.all.filter((item) => {
      const same = this.sameOf(item);
      return !this.ignores.has(item.key, same) && !this.always.has(same);
    });
  }

  /** The marks to underline, where they stand now. */
  shown(): Mark[] {
    return this.open.filter((item) => !item.fresh).flatMap((item) => this.markOf(item) ?? []);
  }

  markOf(item: Marked): Mark | null {
    const place = placeOf(this.boxes, item.start, item.end);
    const range = place && rangeAt(place);
    return range && { key: item.key, finding: item.finding, range };
  }

  /** The box on the page that holds the editors, or `null` while none is to be seen. */
  box(): DOMRect | null {
    const box = this.editor.getBoundingClientRect();
    return box.width > 0 && box.height > 0 ? box : null;
  }

  quote({ start, end }: Marked): string {
    return this.text.slice(start, end);
  }

  sameOf(item: Marked): string {
    return sameAs(item.finding, this.quote(item));
  }

  submits(): Element[] {
    return this.adapter.submits(this.place);
  }

  isSubmitKey(event: KeyboardEvent): boolean {
    return this.adapter.isSubmitKey(event, this.place);
  }

  contains(path: readonly EventTarget[]): boolean {
    return path.includes(this.scope);
  }

  /** The findings a submit must be held for: what is at least `verdict` and was not accepted before. */
  toHold(verdict: Exclude<Verdict, "clear" | "note">): Marked[] {
    return this.open.filter(
      (item) =>
        (item.finding.severity === "stop" || item.finding.severity === verdict) &&
        !this.accepted.has(this.sameOf(item)),
    );
  }

  /** "Post anyway": what is open now does not hold this draft again. */
  accept(): void {
    for (const item of this.open) this.accepted.add(this.sameOf(item));
  }

  /** An editor of this composer has the focus. */
  focus(editor: HTMLElement): void {
    this.place = { scope: this.scope, editor };
    this.look();
  }

  /** Reads text and context again and has them checked if anything changed. */
  look(): void {
    this.context = null;
    this.reread();
    this.check();
    this.events.changed(this);
  }

  /** Resolves when a report of the current draft is at hand, or after `limit` milliseconds, with whether one is. */
  async reported(limit: number): Promise<boolean> {
    return this.isCurrent || this.when(() => this.isCurrent, limit);
  }

  /** Resolves when the draft has gone out (emptied or removed), or after `limit` milliseconds, with whether it has. */
  async gone(limit: number): Promise<boolean> {
    return this.isGone || this.when(() => this.isGone, limit);
  }

  /** The user has set something aside or back; or the settings have changed. */
  reconsider(recheck: boolean): void {
    if (recheck) {
      this.checked = null;
      this.check();
    }
    this.events.changed(this);
  }

  /** Lets new underlines appear that the caret has left. */
  caretMoved(): void {
    if (this.marks.hasFresh && this.marks.settle(this.caret())) this.events.changed(this);
  }

  end(): void {
    if (this.ending.signal.aborted) return;
    this.ending.abort();
    this.observer.disconnect();
    this.sizes.disconnect();
    clearTimeout(this.freshTimer);
    this.tell();
    this.events.ended(this);
  }

  private get isGone(): boolean {
    return this.ending.signal.aborted || this.isEmpty;
  }

  private caret(): number | null {
    for (const { editor, reading, base } of this.boxes.list) {
      const caret = caretOf(editor, reading);
      if (caret !== null && editor === this.focusedEditor()) return base + caret;
    }
    return null;
  }

  private focusedEditor(): HTMLElement | null {
    const active = deepActiveElement();
    return this.boxes.list.find(({ editor }) => editor.contains(active))?.editor ?? null;
  }

  private when(holds: () => boolean, limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(holds());
      };
      const look = (): void => {
        if (holds()) done();
      };
      const timer = setTimeout(done, limit);
      this.waiting.add(look);
    });
  }

  private tell(): void {
    for (const look of [...this.waiting]) look();
  }

  private mutated(records: readonly MutationRecord[]): void {
    if (!this.scope.isConnected) {
      this.end();
      return;
    }
    if (this.composing) return;
    const inside = (record: MutationRecord): boolean =>
      this.boxes.list.some(({ editor }) => editor === record.target || editor.contains(record.target));
    const around = !records.every(inside);
    if (around) this.context = null;
    if (!this.reread() && !around) return;
    this.check();
    this.events.changed(this);
  }

  private resized(): void {
    if (!this.scope.isConnected) this.end();
  }

  /** Reads the boxes; moves the marks with the edit. Says whether the text changed. */
  private reread(): boolean {
    const before = this.text;
    const editors = this.editors();
    if (editors.length > 0) this.boxes = readBoxes(editors);
    for (const editor of editors) this.watch(editor);
    const edit = editBetween(before, this.text);
    if (!edit) return false;
    this.marks.follow(edit);
    if (this.isEmpty) this.emptied();
    this.tell();
    return true;
  }

  /** The composer's editors; none while the page shows a step without one, and then the text read last still stands. */
  private editors(): HTMLElement[] {
    if (!this.editor.isConnected) {
      const next = this.scope.querySelector<HTMLElement>('[contenteditable="true"][role="textbox"], textarea');
      if (!next) return [];
      this.place = { scope: this.scope, editor: next };
    }
    return this.adapter.editors(this.place);
  }

  private watch(editor: HTMLElement): void {
    if (this.watched.has(editor)) return;
    this.watched.add(editor);
    const { signal } = this.ending;
    const changed = (): void => this.mutated([]);
    // Text controls change without a mutation.
    editor.addEventListener("input", () => this.typed(), { signal });
    editor.addEventListener("compositionstart", () => (this.composing = true), { signal });
    editor.addEventListener(
      "compositionend",
      () => {
        this.composing = false;
        queueMicrotask(changed);
      },
      { signal },
    );
    editor.addEventListener("focusout", () => setTimeout(() => this.left()), { signal });
  }

  private typed(): void {
    if (this.composing || !this.reread()) return;
    this.check();
    this.events.changed(this);
  }

  private left(): void {
    if (this.isEmpty && !this.focusedEditor()) this.end();
  }

  private emptied(): void {
    this.marks.clear();
    this.ignores.clear();
    this.always.forget();
    this.accepted.clear();
    this.passArmed = false;
    this.consentRecorded = false;
  }

  private contextNow(): Context {
    this.context ??= this.readContext();
    return this.context;
  }

  private readContext(): Context {
    const { adapter, place } = this;
    const audienceWords = adapter.audience(place);
    const attachments = adapter.attachments(place);
    return {
      surface: adapter.surface(place),
      audience: audienceWords.audience,
      audienceWords,
      in_reply_to: adapter.answering(place),
      attachments: attachments.length > 0 ? attachments : null,
      leadsOut: adapter.submits(place).length > 0 || (adapter.leadsFurther?.(place) ?? false),
    };
  }

  private draft(): Draft {
    const { surface, audience, in_reply_to, attachments } = this.contextNow();
    const consent = this.consentRecorded ? { consent_recorded: true } : {};
    const { text, adapter } = this;
    return { text, site: adapter.site, surface, audience, in_reply_to, jurisdiction: null, attachments, ...consent };
  }

  private check(): void {
    if (this.underWay) {
      this.again = true;
      return;
    }
    const draft = this.draft();
    const key = JSON.stringify(draft);
    if (key === this.checked) return;
    if (this.isEmpty) {
      this.take(key, { verdict: "clear", findings: [] });
      return;
    }
    const answer = this.engine.check(draft);
    if (!(answer instanceof Promise)) {
      this.take(key, answer);
      return;
    }
    this.underWay = answer.then((report) => {
      this.underWay = null;
      if (this.ending.signal.aborted) return;
      const stale = this.again;
      this.again = false;
      if (draft.text === this.text) this.take(key, report);
      if (stale) this.check();
      this.events.changed(this);
    });
  }

  private take(key: string, report: Report | null): void {
    this.failed = report === null;
    this.checked = report ? key : null;
    this.marks.take(report?.findings ?? []);
    clearTimeout(this.freshTimer);
    if (this.marks.hasFresh) {
      this.marks.settle(this.caret());
      if (this.marks.hasFresh) this.freshTimer = window.setTimeout(() => this.settleAll(), FRESH_FOR);
    }
    this.tell();
  }

  private settleAll(): void {
    if (this.marks.settle("all")) this.events.changed(this);
  }
}
