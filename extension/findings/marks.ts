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
      if (span === item) return [item];
      return span ? [{ ...item, ...span }] : [];
    });
  }

  /** Takes a report of the current text. What it says again of the same place stays as it is; says whether anything changed. */
  take(findings: readonly Finding[]): boolean {
    const before = this.items;
    const left = [...before];
    this.items = findings.map((finding) => {
      const { start, end, rule } = finding;
      const index = left.findIndex((old) => old.finding.rule === rule && old.start < end && start < old.end);
      const [old] = index < 0 ? [] : left.splice(index, 1);
      if (old && old.start === start && old.end === end && isSame(old.finding, finding)) return old;
      this.lastKey += old ? 0 : 1;
      return { key: old?.key ?? `${this.lastKey}`, finding, start, end, fresh: old?.fresh ?? true };
    });
    return this.items.length !== before.length || this.items.some((item, index) => item !== before[index]);
  }

  /** Lets new underlines appear once the caret (`null`: elsewhere) has left their words, or all of them. Says whether any did. */
  settle(caret: number | null | "all"): boolean {
    const stays = (item: Marked): boolean =>
      typeof caret === "number" && item.fresh && caret >= item.start && caret <= item.end;
    if (!this.items.some((item) => item.fresh && !stays(item))) return false;
    this.items = this.items.map((item) => (item.fresh && !stays(item) ? { ...item, fresh: false } : item));
    return true;
  }

  clear(): void {
    this.items = [];
  }
}

/** Whether two plain values are alike. Asked of every finding at every key: to write both out as JSON would take many times as long. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [some, others] = [one as Record<string, unknown>, other as Record<string, unknown>];
  for (const name in some) if (!isSame(some[name], others[name])) return false;
  for (const name in others) if (!(name in some)) return false;
  return true;
}
