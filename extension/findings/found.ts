// What was found in one draft, where it stands now, and what the user has set aside or accepted of it.

import type { Finding, Severity } from "../contract";
import { type AlwaysIgnored, DraftIgnores, sameAs } from "../settings/ignores";
import { type Marked, Marks } from "./marks";

/** A new underline waits this long, in milliseconds, unless the caret leaves its words before. */
const FRESH_FOR = 500;

export class Found {
  readonly ignores = new DraftIgnores();
  readonly marks = new Marks();
  private readonly accepted = new Set<string>();
  private freshTimer = 0;

  constructor(
    private readonly always: AlwaysIgnored,
    private readonly text: () => string,
    /** Underlines that were new may be shown now. */
    private readonly settled: () => void,
  ) {}

  /** Findings the user has not set aside. */
  get open(): readonly Marked[] {
    // Asked for at every key: words are compared only where some were set aside.
    if (this.ignores.isEmpty && this.always.isEmpty) return this.marks.all;
    return this.marks.all.filter((item) => {
      const same = this.sameOf(item);
      return !this.ignores.has(item.key, same) && !this.always.has(same);
    });
  }

  quote({ start, end }: Marked): string {
    return this.text().slice(start, end);
  }

  sameOf(item: Marked): string {
    return sameAs(item.finding, this.quote(item));
  }

  /** What a submit must be held for: findings of these severities that were not accepted before. */
  toHold(severities: readonly Severity[]): Marked[] {
    return this.open.filter(
      (item) => severities.includes(item.finding.severity) && !this.accepted.has(this.sameOf(item)),
    );
  }

  /** "Post anyway": these do not hold this draft again. */
  accept(items: readonly Marked[]): void {
    for (const item of items) this.accepted.add(this.sameOf(item));
  }

  /**
   * Takes a report of the current text; `caret` tells an offset of it, or `null` when it is elsewhere, and is asked only while
   * something is new. Says whether anything changed.
   */
  take(findings: readonly Finding[], caret: () => number | null): boolean {
    const taken = this.marks.take(findings);
    const settled = this.marks.hasFresh && this.marks.settle(caret());
    clearTimeout(this.freshTimer);
    if (this.marks.hasFresh) {
      this.freshTimer = window.setTimeout(() => {
        if (this.marks.settle("all")) this.settled();
      }, FRESH_FOR);
    }
    return taken || settled;
  }

  /** The draft was emptied: the next one starts afresh. */
  clear(): void {
    this.marks.clear();
    this.ignores.clear();
    this.always.forget();
    this.accepted.clear();
  }

  end(): void {
    clearTimeout(this.freshTimer);
  }
}
