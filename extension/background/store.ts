// Everything Chaperone keeps: settings and content-free counts. Where the browser can, storage is closed to content scripts.

import type { Site } from "../contract";
import { isRecord, type ReadSettings, readSettings, type Settings, SITES } from "../settings/schema";
import type { Counters, PauseState } from "./messages";

const SETTINGS = "settings";
const SALT = "salt";
/** Sites whose page refused to let the engine run in it; never tried there again. */
const REFUSED = "pageRefusedEngine";
const COUNTERS = "counters";
const CHECKLIST = "checklist";
const PAUSED_UNTIL = "pausedUntil";
const PAUSED_TABS = "pausedTabs";

/** Changes are made one after another, so that none is lost. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const result = turn.then(act, act);
  turn = result;
  return result;
}

/** Chromium only: in Firefox storage is open to content scripts of the same extension, which run no page code. */
export async function closeStorage(): Promise<void> {
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    await area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  }
}

export async function loadSettings(): Promise<ReadSettings> {
  return readSettings((await chrome.storage.local.get(SETTINGS))[SETTINGS]);
}

export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return inTurn(async () => {
    const { settings } = await loadSettings();
    const changed = { ...settings, ...change(settings) };
    await chrome.storage.local.set({ [SETTINGS]: changed });
    return changed;
  });
}

/** Until one can be stored: without hashes that last nothing would be checked at all. */
let unstoredSalt: string | null = null;

/** The salt of all hashes, made at first use. */
export function loadSalt(): Promise<string> {
  return inTurn(async () => {
    const stored: unknown = (await chrome.storage.local.get(SALT))[SALT];
    if (typeof stored === "string" && stored.length === 36) return stored;
    unstoredSalt ??= crypto.randomUUID();
    await chrome.storage.local.set({ [SALT]: unstoredSalt }).catch(() => undefined);
    return unstoredSalt;
  });
}

export async function pagesThatRefused(): Promise<Site[]> {
  const stored: unknown = (await chrome.storage.local.get(REFUSED))[REFUSED];
  return Array.isArray(stored) ? SITES.filter((site) => stored.includes(site)) : [];
}

export function pageRefused(site: Site): Promise<void> {
  return inTurn(async () => {
    const sites = new Set(await pagesThatRefused());
    await chrome.storage.local.set({ [REFUSED]: [...sites.add(site)] });
  });
}

export async function loadCounters(): Promise<Counters> {
  const stored: unknown = (await chrome.storage.session.get(COUNTERS))[COUNTERS];
  const of = (key: keyof Counters): number => {
    const value = isRecord(stored) ? stored[key] : 0;
    return Number.isSafeInteger(value) ? (value as number) : 0;
  };
  return {
    decidedAtOnce: of("decidedAtOnce"),
    heldForReport: of("heldForReport"),
    letThroughUnchecked: of("letThroughUnchecked"),
    engineRestarts: of("engineRestarts"),
  };
}

export function count(what: keyof Counters): Promise<void> {
  return inTurn(async () => {
    const counters = await loadCounters();
    await chrome.storage.session.set({ [COUNTERS]: { ...counters, [what]: counters[what] + 1 } });
  });
}

export async function loadChecklist(): Promise<string[]> {
  const stored: unknown = (await chrome.storage.session.get(CHECKLIST))[CHECKLIST];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
}

export async function saveChecklist(ticked: string[]): Promise<string[]> {
  await chrome.storage.session.set({ [CHECKLIST]: ticked });
  return ticked;
}

export async function loadPause(tab: number): Promise<PauseState> {
  const stored = await chrome.storage.session.get([PAUSED_UNTIL, PAUSED_TABS]);
  const until: unknown = stored[PAUSED_UNTIL];
  const tabs: unknown = stored[PAUSED_TABS];
  return {
    until: typeof until === "number" && until > Date.now() ? until : null,
    tab: Array.isArray(tabs) && tabs.includes(tab),
  };
}

export function savePause(change: { until?: number | null; tab?: { id: number; paused: boolean } }): Promise<void> {
  return inTurn(async () => {
    if (change.until !== undefined) await chrome.storage.session.set({ [PAUSED_UNTIL]: change.until });
    if (!change.tab) return;
    const stored: unknown = (await chrome.storage.session.get(PAUSED_TABS))[PAUSED_TABS];
    const tabs = new Set<unknown>(Array.isArray(stored) ? stored : []);
    if (change.tab.paused) tabs.add(change.tab.id);
    else tabs.delete(change.tab.id);
    await chrome.storage.session.set({ [PAUSED_TABS]: [...tabs] });
  });
}
