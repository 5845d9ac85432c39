// The findings of one composer with where they stand now. They follow every edit at once; what the engine says next replaces them.

import { type Edit, follow } from "../composer/follow";
import type { Finding } from "../contract";

export interface Marked {
  /** Survives edits and reports for as long as the same rule finds something at the same place. */
  readonly key: string;
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
  /** New, and the caret has not left its words yet: not underlined so far. */
  readonly fresh: boolean;
}

export class Marks {
  private items: readonly Marked[] = [];
  private lastKey = 0;

  get all(): readonly Marked[] {
    return this.items;
  }

  get hasFresh(): boolean {
    return this.items.some((item) => item.fresh);
  }

  /** Moves everything with an edit; what was wholly replaced is gone at once. */
  follow(edit: Edit): void {
    this.items = this.items.flatMap((item) => {
      const span = follow(item, edit);
      return span ? [{ ...item, ...span }] : [];
    });
  }

  /** Takes a report of the current text. */
  take(findings: readonly Finding[]): void {
    const left = [...this.items];
    this.items = findings.map((finding) => {
      const { start, end, rule } = finding;
      const index = left.findIndex((old) => old.finding.rule === rule && old.start < end && start < old.end);
      const [old] = index < 0 ? [] : left.splice(index, 1);
      this.lastKey += old ? 0 : 1;
      return { key: old?.key ?? `${this.lastKey}`, finding, start, end, fresh: old?.fresh ?? true };
    });
  }

  /** Lets new underlines appear once the caret (`null`: elsewhere) has left their words, or all of them. Says whether any did. */
  settle(caret: number | null | "all"): boolean {
    const stays = (item: Marked): boolean =>
      typeof caret === "number" && item.fresh && caret >= item.start && caret <= item.end;
    const before = this.items;
    this.items = before.map((item) => (item.fresh && !stays(item) ? { ...item, fresh: false } : item));
    return this.items.some((item, index) => item.fresh !== before[index]?.fresh);
  }

  clear(): void {
    this.items = [];
  }
}
