// When typing rests a closer look is taken at a draft. What it found stays while one types on, until the words it was found in are touched.

import { type Edit, editBetween, follow } from "../composer/follow";
import type { Draft, Finding, Readings, Report, Severity } from "../contract";

/** How long typing rests before a closer look is taken, in milliseconds. */
export const RESTS = 600;

const SEVERITIES: readonly Severity[] = ["note", "warn", "stop"];

interface Looked {
  draft: Draft;
  readings: Readings;
  /** What was found in this draft without it, if that is known. */
  unread: readonly Finding[] | null;
  /** What was found in it with the closer look only, once that is known: by that itself, or by a rule that heard it. */
  findings: readonly Finding[];
}

export class Looking {
  private looked: Looked | null = null;
  /** The last draft that was checked without a closer look, and what was found in it. */
  private unread: { draft: Draft; findings: readonly Finding[] } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being typed now. */
  private newest: Draft | null = null;
  private isUnderWay = false;

  constructor(
    /** Takes the closer look; `null`: there is none. */
    private readonly look: (draft: Draft) => Promise<Readings | null>,
    /** There is something new to check the draft with. */
    private readonly seen: () => void,
  ) {}

  /** The draft with what a closer look says of exactly these words. */
  with(draft: Draft): Draft {
    const { looked } = this;
    return looked && isSame(looked.draft, draft) ? { ...draft, closer_look: looked.readings } : draft;
  }

  /** The draft is what is being typed now: when it stays so, a closer look is taken. */
  follow(draft: Draft): void {
    if (this.newest && isSame(this.newest, draft)) return;
    this.newest = draft;
    clearTimeout(this.timer);
    // What has gone out says nothing of what comes next.
    if (draft.text.trim() === "") this.looked = this.unread = null;
    else this.timer = setTimeout(() => void this.rested(), RESTS);
  }

  /** A report of the draft as it was checked, together with what the last closer look found in words that still stand. */
  settle(draft: Draft, report: Report): Report {
    const { looked } = this;
    if (draft.closer_look) {
      if (looked && isSame(looked.draft, draft)) {
        const known = looked.unread ?? report.findings;
        looked.findings = report.findings.filter((finding) => isRead(finding) || !known.some(isOf(finding)));
      }
      return report;
    }
    this.unread = { draft, findings: report.findings };
    if (!looked || !isSamePlace(looked.draft, draft)) return report;
    const edit = editBetween(looked.draft.text, draft.text);
    const kept = edit ? looked.findings.flatMap((finding) => moved(finding, edit) ?? []) : looked.findings;
    return kept.length > 0 ? together(report, kept) : report;
  }

  end(): void {
    clearTimeout(this.timer);
    this.newest = null;
  }

  /** One look at a time; whoever has gone on typing meanwhile is looked at again. */
  private async rested(): Promise<void> {
    const draft = this.newest;
    if (!draft || this.isUnderWay || (this.looked && isSame(this.looked.draft, draft))) return;
    this.isUnderWay = true;
    const readings = await this.look(draft);
    this.isUnderWay = false;
    if (!this.newest) return;
    if (!isSame(this.newest, draft)) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.rested(), RESTS);
    } else if (readings) {
      const unread = this.unread && isSame(this.unread.draft, draft) ? this.unread.findings : null;
      this.looked = { draft, readings, unread, findings: [] };
      this.seen();
    }
  }
}

/** What no rule has found. */
function isRead({ rule }: Finding): boolean {
  return rule.endsWith("/reads-as");
}

/** Whether another finding is of the same rule and overlaps it. */
function isOf({ rule, start, end }: Finding): (other: Finding) => boolean {
  return (other) => other.rule === rule && other.start < end && start < other.end;
}

/** Where a finding is after an edit; `null`: its words were touched. */
function moved(finding: Finding, edit: Edit): Finding | null {
  const touched = edit.start < finding.end && edit.start + edit.removed > finding.start;
  const place = touched ? null : follow(finding, edit);
  if (!place || place.end - place.start !== finding.end - finding.start) return null;
  // What has places of its own is not moved with it.
  const { estimate: _, ...rest } = finding;
  return { ...rest, ...place, fixes: finding.fixes.filter((fix) => fix.start === undefined) };
}

/** The report, with findings that stand elsewhere added, and those that it has too at least as severe. */
function together(report: Report, kept: readonly Finding[]): Report {
  const findings = report.findings.map((finding) => {
    const same = kept.find(
      (old) => old.rule === finding.rule && old.start === finding.start && old.end === finding.end,
    );
    return same && rank(same) > rank(finding) ? { ...finding, severity: same.severity } : finding;
  });
  const isNew = (old: Finding) =>
    !findings.some(({ category, start, end }) => category === old.category && start < old.end && old.start < end);
  findings.push(...kept.filter(isNew));
  findings.sort((one, other) => rank(other) - rank(one) || one.start - other.start);
  return { verdict: findings[0]?.severity ?? "clear", findings };
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

/** All that is read is the same. */
function isSame(one: Draft, other: Draft): boolean {
  return one.text === other.text && isSamePlace(one, other);
}

function isSamePlace(one: Draft, other: Draft): boolean {
  const { site, surface, audience, in_reply_to } = one;
  const isSameKind = surface === other.surface && audience === other.audience;
  return isSameKind && site === other.site && in_reply_to === other.in_reply_to;
}
