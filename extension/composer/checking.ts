// Keeps the report of one composer up with its draft: one check at a time, always of the newest draft.

import { Looking } from "../closer-look/looking";
import type { Draft, Report } from "../contract";
import type { CloserEngine } from "../engine/client";

const NOTHING: Report = { verdict: "clear", findings: [] };

export class Checking {
  /** The engine could not make a report of the newest draft. */
  failed = false;
  /** No report has been made so far. */
  hasNone = true;
  private reported: Draft | null = null;
  private isUnderWay = false;
  private next: Draft | null = null;
  private newest: Draft | null = null;
  private ended = false;
  private readonly looking: Looking;

  constructor(
    private readonly engine: CloserEngine,
    /** Takes a report of `draft`, at once or later. `null`: there is none. `turned`: the last one came out, or failed, otherwise. */
    private readonly take: (draft: Draft, report: Report | null, turned: boolean) => void,
  ) {
    this.looking = new Looking(
      (draft) => engine.lookCloser(draft),
      () => this.newest && this.check(this.newest),
    );
  }

  isOf(draft: Draft): boolean {
    const { reported } = this;
    if (reported === null || reported.text !== draft.text) return false;
    return JSON.stringify(reported) === JSON.stringify(this.looking.with(draft));
  }

  /** Has the draft checked unless its report is at hand. */
  check(draft: Draft): void {
    this.newest = draft;
    this.looking.follow(draft);
    if (this.isUnderWay) {
      this.next = draft;
      return;
    }
    if (this.isOf(draft)) return;
    const known = this.looking.with(draft);
    const answer = draft.text.trim() === "" ? NOTHING : this.engine.check(known);
    if (answer instanceof Promise) void this.wait(draft, known, answer);
    else this.accept(draft, known, answer);
  }

  /** Lets go of the report: settings have changed. */
  forget(): void {
    this.reported = null;
    this.looking.end();
  }

  end(): void {
    this.ended = true;
    this.looking.end();
  }

  private async wait(draft: Draft, known: Draft, answer: Promise<Report | null>): Promise<void> {
    this.isUnderWay = true;
    const report = await answer;
    this.isUnderWay = false;
    if (this.ended) return;
    const { next } = this;
    this.next = null;
    this.accept(draft, known, report);
    if (next) this.check(next);
  }

  /** `known`: the draft with what a closer look had found when it was checked. */
  private accept(draft: Draft, known: Draft, report: Report | null): void {
    const { failed, hasNone } = this;
    this.failed = report === null;
    this.reported = report && known;
    if (report) this.hasNone = false;
    // On what cannot be checked no closer look is of use.
    else this.looking.end();
    this.take(draft, report && this.looking.settle(known, report), failed !== this.failed || hasNone !== this.hasNone);
  }
}
