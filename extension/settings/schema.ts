// What the user can set, its defaults, and the reading of it from storage that may be damaged.

import type { Jurisdiction, Site } from "../contract";

/** How settings name a site: one of the three by its id, any other by its host name. */
export type SiteKey = string;

export interface Settings {
  country: Jurisdiction | null;
  displayName: string | null;
  practice: string | null;
  /** How patients should reach the practice, offered in place of individual advice. */
  contactLine: string | null;
  /** Also hold a `warn` that goes to a public audience. */
  holdWarnings: boolean;
  /** How long a heated draft rests by itself when it is about to go out, in minutes. `null`: it does not. */
  coolingOff: number | null;
  /** Look at photos and files before they are attached. */
  checkFiles: boolean;
  sitesOff: SiteKey[];
  /** Sites on which a request that is accepted or sent is asked about. */
  requestSites: Site[];
  ignored: IgnoredItem[];
}

/** A lasting choice made on a card. Its words are kept as a salted hash only. */
export type IgnoredItem = { id: string; rule: string; since: string } & (
  | { kind: "wording-always"; hash: string }
  | { kind: "rule-site"; site: SiteKey }
  | { kind: "rule-everywhere" }
  | { kind: "not-useful"; count: number }
);

export const DEFAULTS: Readonly<Settings> = {
  country: null,
  displayName: null,
  practice: null,
  contactLine: null,
  holdWarnings: false,
  coolingOff: null,
  checkFiles: true,
  sitesOff: [],
  // To follow somebody on X shows them nothing private.
  requestSites: ["facebook", "linkedin"],
  ignored: [],
};

export const JURISDICTIONS: readonly Jurisdiction[] = ["UK", "IE", "HK", "MY", "SG", "ZA", "NZ", "AU", "US", "CA"];
export const SITES: readonly Site[] = ["facebook", "x", "linkedin", "other"];

/** What can be chosen for `coolingOff`, in minutes. */
export const COOLING_OFF: readonly number[] = [2, 5, 10];

/** Sites whose requests are known. */
export const SITES_WITH_REQUESTS: readonly Site[] = ["facebook", "x", "linkedin"];

/** Longest text a field of the settings may hold, in UTF-16 code units. */
export const MAX_FIELD = 200;
/** More lasting ignores than anybody makes by hand: beyond it storage is being misused. */
export const MAX_IGNORED = 2_000;

/** Settings read from storage or a message. `damaged` names the fields that were replaced by their defaults or lost an item. */
export interface ReadSettings {
  settings: Settings;
  damaged: (keyof Settings)[];
}

type Field<T> = (value: unknown) => T | undefined;

const text: Field<string | null> = (value) => {
  if (value === null) return null;
  return typeof value === "string" && value.length <= MAX_FIELD ? value.trim() || null : undefined;
};
const flag: Field<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
/** A host name has a dot; ids have none. */
export const isSiteKey = (value: unknown): value is SiteKey =>
  SITES.includes(value as Site) ||
  (typeof value === "string" && value.length <= MAX_FIELD && /^[^\s/]+\.[^\s/]+$/.test(value));

const FIELDS: { [K in keyof Settings]: Field<Settings[K]> } = {
  country: (value) =>
    value === null || JURISDICTIONS.includes(value as Jurisdiction) ? (value as Jurisdiction | null) : undefined,
  displayName: text,
  practice: text,
  contactLine: text,
  holdWarnings: flag,
  coolingOff: (value) =>
    value === null || COOLING_OFF.includes(value as number) ? (value as number | null) : undefined,
  checkFiles: flag,
  sitesOff: (value) => (Array.isArray(value) && value.every(isSiteKey) ? [...new Set(value)] : undefined),
  requestSites: (value) =>
    Array.isArray(value) && value.every((site) => SITES_WITH_REQUESTS.includes(site)) ? [...new Set(value)] : undefined,
  ignored: (value) => (Array.isArray(value) && value.length <= MAX_IGNORED ? value.filter(isIgnoredItem) : undefined),
};

/** Reads what storage or a message holds. What cannot be read becomes its default and is named in `damaged`. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: structuredClone(DEFAULTS), damaged: [] };
  const source = isRecord(stored) ? stored : {};
  const settings: Settings = structuredClone(DEFAULTS);
  const damaged: (keyof Settings)[] = isRecord(stored) ? [] : (Object.keys(FIELDS) as (keyof Settings)[]);
  const take = <K extends keyof Settings>(key: K): void => {
    if (!(key in source)) return;
    const value = FIELDS[key](source[key]);
    if (value === undefined || isShorter(value, source[key])) damaged.push(key);
    if (value !== undefined) settings[key] = value;
  };
  for (const key of Object.keys(FIELDS) as (keyof Settings)[]) take(key);
  return { settings, damaged };
}

/** One item that cannot be read takes nothing from the others, but it is said. */
function isShorter(read: unknown, stored: unknown): boolean {
  return Array.isArray(read) && Array.isArray(stored) && read.length < new Set(stored).size;
}

/** The changes as valid fields, or `null` when one of them is not valid or not a setting. */
export function readChanges(changes: unknown): Partial<Settings> | null {
  if (!isRecord(changes) || !Object.keys(changes).every((key) => key in FIELDS)) return null;
  const { settings, damaged } = readSettings(changes);
  if (damaged.length > 0) return null;
  return Object.fromEntries(Object.entries(settings).filter(([key]) => key in changes));
}

function isIgnoredItem(value: unknown): value is IgnoredItem {
  if (!isRecord(value) || !["id", "rule", "since"].every((key) => isShortText(value[key]))) return false;
  switch (value.kind) {
    case "wording-always":
      return typeof value.hash === "string" && /^[0-9a-f]{64}$/.test(value.hash);
    case "rule-site":
      return isSiteKey(value.site);
    case "rule-everywhere":
      return true;
    case "not-useful":
      return Number.isSafeInteger(value.count) && (value.count as number) > 0;
    default:
      return false;
  }
}

function isShortText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= MAX_FIELD;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
