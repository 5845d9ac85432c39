// The words people read, from _locales, and how an audience and a count are put into words.

import type { Audience, Severity } from "../contract";
import type { AudienceWords, Gap, IgnoreScope, NotCheckingReason } from "./contract";

/** Words without anything of the draft's in them: to ask the browser for one takes longer than to draw it. */
const known = new Map<string, string>();

/** Looks a word up ahead: after an update of the extension the browser looks none up any more. */
export function keepWord(key: string): void {
  word(key);
}

/** One string of `_locales`; a missing key shows itself, so that a test can find it. Nothing after an update of the extension. */
export function word(key: string, ...inserts: string[]): string {
  if (inserts.length > 0) return lookUp(key, inserts);
  const found = known.get(key) ?? lookUp(key, inserts);
  if (found) known.set(key, found);
  return found;
}

function lookUp(key: string, inserts: string[]): string {
  try {
    return chrome.i18n.getMessage(key, inserts) || key;
  } catch {
    return "";
  }
}

/** A category in plain words ("Patient could be identified"). */
export function categoryTitle(category: string): string {
  return word(`category_${category.replaceAll("-", "_")}`);
}

const AUDIENCE_KEYS: Record<Audience, string> = {
  public: "audience_public",
  friends: "audience_friends",
  connections: "audience_connections",
  group: "audience_group",
  message: "audience_message",
  "only-me": "audience_only_me",
  unknown: "audience_unknown",
};

/** Who can read it. The site's own word comes first where it says more than ours. */
export function audienceLine({ audience, siteWord }: AudienceWords): string {
  const line = word(AUDIENCE_KEYS[audience]);
  return siteWord && audience !== "public" ? word("audience_with_site_word", siteWord, line) : line;
}

/** "2 things to check", "Nothing flagged". */
export function countLine(counts: Record<Severity, number>): string {
  const total = counts.stop + counts.warn + counts.note;
  if (total === 0) return word("count_none");
  if (total === 1) return word("count_one");
  return word("count_many", String(total));
}

export function notCheckingLine(reason: NotCheckingReason): string {
  return word(`not_checking_${reason.replaceAll("-", "_")}`);
}

/** "Kept as a draft: 9 minutes left". */
export function restLine(minutesLeft: number): string {
  return minutesLeft === 1 ? word("rest_one_left") : word("rest_left", String(minutesLeft));
}

/** What is not covered ("Underlines only: the Post button was not found"). */
export function gapLine(gap: Gap): string {
  return word(`gap_${gap}`);
}

export function ignoreLabel(scope: IgnoreScope, siteName: string): string {
  return word(`ignore_${scope.replaceAll("-", "_")}`, siteName);
}
