// Which findings the user has set aside, and for how long. Wording that is always ignored is kept as a salted hash and never for
// identifiers: an ignored identifier is forgotten with its draft.

import type { Finding } from "../contract";
import type { IgnoreScope } from "../surfaces/contract";

/** Categories whose findings are about wording. All others can point at a person. */
const WORDING = new Set([
  "derogatory-remark",
  "sexualised-remark",
  "discrimination",
  "colleague-or-employer",
  "definitive-advice",
  "unsourced-claim",
  "advertising",
  "undisclosed-interest",
  "heated-reply",
  "unprofessional-conduct",
]);

/** Rules that read a passage as a whole: what they underline can be a sentence with a name in it. */
const OF_WHOLE_PASSAGES = "/reads-as";

export function scopesFor({ category, rule }: Finding): IgnoreScope[] {
  const isWording = WORDING.has(category) && !rule.endsWith(OF_WHOLE_PASSAGES);
  const lasting: IgnoreScope[] = isWording ? ["wording-always"] : [];
  return ["once", "wording-here", ...lasting, "rule-site", "rule-everywhere", "not-useful"];
}

/** What makes two findings the same to the user: the rule and the words, whatever their case and spacing. */
export function sameAs(finding: Finding, quote: string): string {
  return `${finding.rule}\n${quote.toLocaleLowerCase("en").replaceAll(/\s+/g, " ").trim()}`;
}

export async function hashOf(salt: string, same: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt}\n${same}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Wording that is always ignored, known by hash. Hashing takes a moment, so a new wording counts as not ignored until then. */
export class AlwaysIgnored {
  private salt = "";
  private hashes = new Set<string>();
  private readonly known = new Map<string, string | null>();

  constructor(private readonly learned: () => void) {}

  get isEmpty(): boolean {
    return this.hashes.size === 0;
  }

  configure(salt: string, hashes: readonly string[]): void {
    this.salt = salt;
    this.hashes = new Set(hashes);
  }

  has(same: string): boolean {
    if (this.isEmpty) return false;
    const hash = this.known.get(same);
    if (hash === undefined) void this.learn(same);
    return hash ? this.hashes.has(hash) : false;
  }

  forget(): void {
    this.known.clear();
  }

  private async learn(same: string): Promise<void> {
    this.known.set(same, null);
    const hash = await hashOf(this.salt, same);
    this.known.set(same, hash);
    if (this.hashes.has(hash)) this.learned();
  }
}

/** What is set aside in one draft only; forgotten when its composer is emptied. */
export class DraftIgnores {
  private readonly keys = new Set<string>();
  private readonly wording = new Set<string>();

  get isEmpty(): boolean {
    return this.keys.size === 0 && this.wording.size === 0;
  }

  once(key: string): void {
    this.keys.add(key);
  }

  here(same: string): void {
    this.wording.add(same);
  }

  has(key: string, same: string): boolean {
    return this.keys.has(key) || this.wording.has(same);
  }

  clear(): void {
    this.keys.clear();
    this.wording.clear();
  }
}
