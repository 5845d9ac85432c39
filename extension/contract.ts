// What crosses between the core (Rust, WebAssembly) and the extension. The same shapes as `chaperone check --format json`,
// with guidance as objects. Offsets are UTF-16 code units of the draft's text.

export type Site = "facebook" | "x" | "linkedin" | "other";
export type Surface = "post" | "comment" | "reply" | "message" | "group-post";
export type Audience = "public" | "friends" | "connections" | "group" | "message" | "only-me" | "unknown";
export type Jurisdiction = "UK" | "IE" | "HK" | "MY" | "SG" | "ZA" | "NZ" | "AU" | "US" | "CA";
export type Severity = "note" | "warn" | "stop";
export type Verdict = "clear" | Severity;

/** The text being composed with its context. */
export interface Draft {
  text: string;
  site: Site;
  surface: Surface;
  audience: Audience;
  in_reply_to: string | null;
  jurisdiction: Jurisdiction | null;
  attachments: Attachment[] | null;
  /** "I have this patient's recorded consent for this audience", said at the gate, for this draft only. */
  consent_recorded?: boolean;
  /** What a closer look has found in each passage, where there was one. */
  closer_look?: Readings;
}

/** For each passage what was read; `null`: it was not. */
export type Readings = readonly (Reading | null)[];

export interface Reading {
  /** Log-odds that the passage has a risk of each category, and any. */
  scores: readonly number[];
  /** Words that make such a risk: the category's number, and where they begin and end in the passage. */
  runs: readonly (readonly number[])[];
  /** Words that may belong to names of people: where they begin and end in the passage, and log-odds. */
  names: readonly (readonly number[])[];
}

/** A stretch of a draft that is read whole: its sentences, one at least. */
export type Passage = readonly { start: number; end: number }[];

/** Something attached: only its kind and file name ever reach the core. */
export interface Attachment {
  kind: "image" | "video" | "document" | "other";
  name: string;
}

/** What the user told us about themselves. */
export interface Profile {
  display_name: string | null;
  jurisdiction: Jurisdiction | null;
  practice: string | null;
  contact_line: string | null;
  /** Ids of rules and categories that are switched off. */
  rules_off: string[];
}

/** Where the profession's guidance says it. */
export interface Guidance {
  body: string;
  title: string;
  year: number | null;
  paragraph: string | null;
  url: string | null;
  jurisdiction: Jurisdiction | null;
  /** Set when the text was seen on a secondary page only, or none is on file for the user's jurisdiction. */
  caveat: string | null;
}

/** A replacement text that removes or blurs the risk; of the finding's span unless it has one of its own. */
export interface Fix {
  title: string;
  replacement: string;
  start?: number;
  end?: number;
  /** A ready reply: it stands for the whole draft. */
  reply?: true;
}

/** How many people the details still fit, step by step (jigsaw identification). */
export interface Estimate {
  /** Rounded words: "about 1", "a few", "dozens". */
  fits_words: string;
  fits_about: number;
  chain: { detail: string; words: string; factor: number; source: string; start: number; end: number }[];
}

export interface Finding {
  rule: string;
  category: string;
  severity: Severity;
  start: number;
  end: number;
  message: string;
  why: string;
  guidance: Guidance[];
  fixes: Fix[];
  estimate?: Estimate;
}

export interface Report {
  verdict: Verdict;
  /** By severity, then by place. */
  findings: Finding[];
}
