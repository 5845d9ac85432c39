// Keeps the report of one composer up with its draft: one check at a time, always of the newest draft.

import type { Draft, Report } from "../contract";
import type { Engine } from "../engine/client";

const NOTHING: Report = { verdict: "clear", findings: [] };

export class Checking {
  /** The engine could not make a report of the newest draft. */
  failed = false;
  /** No report has been made so far. */
  hasNone = true;
  private reported: Draft | null = null;
  private isUnderWay = false;
  private next: Draft | null = null;
  private ended = false;

  constructor(
    private readonly engine: Engine,
    /** Takes a report of `draft`, at once or later. `null`: there is none. `turned`: the last one came out, or failed, otherwise. */
    private readonly take: (draft: Draft, report: Report | null, turned: boolean) => void,
  ) {}

  isOf(draft: Draft): boolean {
    const { reported } = this;
    return reported !== null && reported.text === draft.text && JSON.stringify(reported) === JSON.stringify(draft);
  }

  /** Has the draft checked unless its report is at hand. */
  check(draft: Draft): void {
    if (this.isUnderWay) {
      this.next = draft;
      return;
    }
    if (this.isOf(draft)) return;
    const answer = draft.text.trim() === "" ? NOTHING : this.engine.check(draft);
    if (answer instanceof Promise) void this.wait(draft, answer);
    else this.accept(draft, answer);
  }

  /** Lets go of the report: settings have changed. */
  forget(): void {
    this.reported = null;
  }

  end(): void {
    this.ended = true;
  }

  private async wait(draft: Draft, answer: Promise<Report | null>): Promise<void> {
    this.isUnderWay = true;
    const report = await answer;
    this.isUnderWay = false;
    if (this.ended) return;
    const { next } = this;
    this.next = null;
    this.accept(draft, report);
    if (next) this.check(next);
  }

  private accept(draft: Draft, report: Report | null): void {
    const { failed, hasNone } = this;
    this.failed = report === null;
    this.reported = report && draft;
    if (report) this.hasNone = false;
    this.take(draft, report, failed !== this.failed || hasNone !== this.hasNone);
  }
}
