// Everything that is said between popup, background and content scripts. No message holds a draft except `check` and
// `look-closer`, which the background answers and forgets.

import type { Audience, Draft, Finding, Profile, Readings, Report, Severity } from "../contract";
import type { IgnoredItem, Settings, SiteKey } from "../settings/schema";
import type { AudienceWords, Gap, IgnoreScope, NotCheckingReason } from "../surfaces/contract";

// ---- popup → background (`runtime.sendMessage`; use `ask`) ----

export type PopupRequest =
  | { kind: "page-state"; tab: number }
  | { kind: "toggle-site"; site: SiteKey; on: boolean }
  | { kind: "pause"; scope: PauseScope; tab: number }
  | { kind: "resume"; tab: number }
  | { kind: "settings-get" }
  | { kind: "settings-set"; changes: Partial<Settings> }
  | { kind: "ignored-list" }
  | { kind: "ignored-undo"; id: string }
  | { kind: "checklist-get" }
  | { kind: "checklist-set"; ticked: string[] }
  | { kind: "counters" }
  | { kind: "diagnostics"; tab: number }
  /** The words that were selected on a page for the popup's box; they are given once. */
  | { kind: "selection-take" };

/** `tab` lasts until the tab or the browser closes. */
export type PauseScope = "15-minutes" | "tab";

/** What each request is answered with. A refused or damaged request is answered with `null`. */
export interface PopupAnswers {
  "page-state": PageState;
  "toggle-site": Settings;
  pause: PauseState;
  resume: PauseState;
  "settings-get": StoredSettings;
  "settings-set": Settings;
  "ignored-list": IgnoredItem[];
  "ignored-undo": IgnoredItem[];
  "checklist-get": string[];
  "checklist-set": string[];
  counters: Counters;
  diagnostics: Diagnostics | null;
  "selection-take": string | null;
}

export interface StoredSettings {
  settings: Settings;
  /** Storage held something unreadable for these fields; their defaults are used until the next change. */
  damaged: (keyof Settings)[];
}

export interface PauseState {
  /** Milliseconds since 1970, or `null` when not paused by time. */
  until: number | null;
  tab: boolean;
}

export interface PageState {
  /** `null`: not a page Chaperone runs on (a browser page, or a site without permission). */
  key: SiteKey | null;
  /** Host name of the tab's page, when we may know it. */
  host: string | null;
  /** Checking is switched on for this site. */
  on: boolean;
  pause: PauseState;
  /** `idle`: nothing is being composed. */
  state: "idle" | "starting" | "checking" | NotCheckingReason;
  audience: AudienceWords | null;
  gaps: readonly Gap[];
  counts: Record<Severity, number>;
  findings: { rule: string; category: string; severity: Severity }[];
  /** What the user may give or take back on this site (only by a click in the popup); `null`: built in and given, or no site. */
  permission: { origin: string; granted: boolean } | null;
}

/** What can be sent to us when a site has changed: our own selectors, and of each whether the page has it. Nothing of the page itself. */
export interface Diagnostics {
  site: string;
  editor: string;
  gaps: readonly Gap[];
  audience: Audience;
  probes: readonly { selector: string; found: boolean }[];
}

/** Content-free counts since the browser started. */
export interface Counters {
  /** Submits that went straight through or to the gate with a report of the current text at hand. */
  decidedAtOnce: number;
  /** Submits held because no report of the current text was there yet. */
  heldForReport: number;
  /** Of those, how many got no answer in time and were let through. */
  letThroughUnchecked: number;
  /** Times the engine stopped and was started again. */
  engineRestarts: number;
}

/** Asks the background from the popup. `null` when the background refused or could not be reached. */
export async function ask<K extends PopupRequest["kind"]>(
  request: Extract<PopupRequest, { kind: K }>,
): Promise<PopupAnswers[K] | null> {
  return ((await chrome.runtime.sendMessage(request)) as PopupAnswers[K] | null | undefined) ?? null;
}

// ---- content script → background (the port; open while something is being composed) ----

export const PORT_NAME = "line";

/** The popup's own port, for its box: there only drafts are answered. */
export const TRY_PORT = "try";

export type LineRequest =
  | { kind: "hello" }
  | { kind: "check"; id: number; draft: Draft }
  | { kind: "look-closer"; id: number; draft: Draft }
  | { kind: "state"; state: LineState }
  | { kind: "insert-css"; id: number; css: string }
  | { kind: "load-engine"; id: number }
  | { kind: "page-refused-engine" }
  | { kind: "ignore"; id: number; scope: IgnoreScope; rule: string; hash: string | null }
  | { kind: "count"; what: keyof Counters }
  /** A request to connect was accepted or sent: what does the rule on requests say? */
  | { kind: "advise-on-request"; id: number }
  | { kind: "stop-asking-about-requests"; id: number };

/** A choice that outlasts its draft. */
export type LastingChoice = Omit<Extract<LineRequest, { kind: "ignore" }>, "kind" | "id">;

export type LineAnswer =
  /** `null`: they could not be read. */
  | { kind: "settings"; value: LineSettings | null }
  /** `null`: the engine could not answer and is being started again. */
  | { kind: "report"; id: number; report: Report | null }
  /** `null`: the draft could not be read. */
  | { kind: "looked"; id: number; readings: Readings | null }
  | { kind: "done"; id: number; ok: boolean }
  /** `null`: the user does not want to be asked there, or nothing can be said. */
  | { kind: "advice"; id: number; finding: Finding | null };

/** What the badge and the popup may know of a frame: no text. */
export interface LineState {
  state: PageState["state"];
  audience: AudienceWords | null;
  gaps: readonly Gap[];
  findings: PageState["findings"];
}

/** What a content script is told: only what it needs on its site. */
export interface LineSettings {
  on: boolean;
  paused: boolean;
  holdWarnings: boolean;
  /** Minutes. */
  coolingOff: number | null;
  host: "page" | "background";
  /** Only where the engine runs in the page; the background keeps it otherwise. */
  profile: Profile | null;
  salt: string;
  /** Salted hashes of wording that is always ignored. */
  ignoredHashes: string[];
}

// ---- background → content script (`tabs.sendMessage`) ----

export type LineOrder =
  | { kind: "command"; command: Command }
  /** Answered with a `LineState` by a frame in which something is being composed. */
  | { kind: "tell-state" }
  | { kind: "settings-changed" }
  /** Answered with `Diagnostics` by a frame in which something is being composed. */
  | { kind: "tell-diagnostics" }
  /** The user took back the permission for pages of these origin patterns. */
  | { kind: "withdrawn"; origins: readonly string[] };

export type Command = "next-finding" | "previous-finding";

/** Largest message taken from a content script, in UTF-16 code units of its JSON. */
export const MAX_MESSAGE = 700_000;
