// Answers the content scripts over their ports.

import { isFirefox } from "../browser";
import type { Finding, Site } from "../contract";
import { profileFor } from "../settings/profile";
import { type IgnoredItem, MAX_IGNORED, type SiteKey } from "../settings/schema";
import { allowsWasm, siteAt } from "../sites";
import { showBadge } from "./badge";
import { checkDraft, readDraft, ruleInGeneral, warmEngine } from "./engine";
import { type LineAnswer, type LineRequest, type LineSettings, PORT_NAME } from "./messages";
import { isLineRequest } from "./shapes";
import { changeSettings, count, loadPause, loadSalt, loadSettings, pageRefused, pagesThatRefused } from "./store";
import { tellAllTabs } from "./tabs";

/** Longest style sheet a content script may have inserted, in UTF-16 code units. */
const MAX_CSS = 8_000;
/** What it says is shown when a request is accepted or sent. */
const REQUESTS_RULE = "boundary/friend-request";
const ENGINE_SCRIPT = "engine-in-page.js";

export interface Frame {
  readonly tab: number;
  readonly frame: number;
  readonly site: Site;
  readonly key: SiteKey;
}

export function listenToLines(): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT_NAME) return;
    const frame = frameOf(port);
    if (!frame) {
      port.disconnect();
      return;
    }
    port.onMessage.addListener((message: unknown) => {
      if (isLineRequest(message)) void serve(port, frame, message);
    });
  });
}

/** The frame a content script speaks from; `null` for whatever else speaks. */
export function frameOf({ sender }: chrome.runtime.Port): Frame | null {
  if (sender?.id !== chrome.runtime.id || sender.tab?.id === undefined) return null;
  // A frame without an address of its own belongs to its tab's page.
  const address = URL.parse(sender.url ?? "")?.hostname || URL.parse(sender.tab.url ?? "")?.hostname || "";
  return { tab: sender.tab.id, frame: sender.frameId ?? 0, ...siteAt(address) };
}

async function serve(port: chrome.runtime.Port, frame: Frame, request: LineRequest): Promise<void> {
  const answer = await answerTo(frame, request).catch(() => unable(request));
  if (!answer) return;
  try {
    port.postMessage(answer);
  } catch {
    // The frame has gone; nobody waits for this answer any more.
  }
}

async function answerTo(frame: Frame, request: LineRequest): Promise<LineAnswer | null> {
  switch (request.kind) {
    case "hello": {
      // Where it can only run here, its start does not wait for the settings.
      if (!mayRunInPage(frame.site)) void warmEngine();
      const value = await settingsFor(frame);
      if (value.host === "background") void warmEngine();
      return { kind: "settings", value };
    }
    case "check":
      return {
        kind: "report",
        id: request.id,
        report: await checkDraft({ ...request.draft, site: frame.site }, frame.key),
      };
    case "look-closer": {
      const readings = await readDraft({ ...request.draft, site: frame.site });
      return { kind: "looked", id: request.id, readings };
    }
    case "state":
      await showBadge(frame.tab, request.state);
      return null;
    case "insert-css":
      return { kind: "done", id: request.id, ok: await insertCss(frame, request.css) };
    case "load-engine":
      return { kind: "done", id: request.id, ok: await loadEngine(frame) };
    case "page-refused-engine":
      await pageRefused(frame.site);
      return { kind: "settings", value: await settingsFor(frame) };
    case "ignore": {
      const ok = await keepIgnored(frame, request);
      // Kept is kept, whichever tab answers: the frame need not wait, and ask again.
      if (ok) void tellAllTabs({ kind: "settings-changed" }).catch(() => undefined);
      return { kind: "done", id: request.id, ok };
    }
    case "count":
      await count(request.what);
      return null;
    case "advise-on-request":
      return { kind: "advice", id: request.id, finding: await adviceOnRequest(frame) };
    case "stop-asking-about-requests":
      await changeSettings(({ requestSites }) => ({
        requestSites: requestSites.filter((site) => site !== frame.site),
      }));
      return { kind: "done", id: request.id, ok: true };
  }
}

/** Storage or the browser failed: whoever waits is told so, and nobody waits for ever. */
function unable(request: LineRequest): LineAnswer | null {
  if (request.kind === "check") return { kind: "report", id: request.id, report: null };
  if (request.kind === "look-closer") return { kind: "looked", id: request.id, readings: null };
  if (request.kind === "advise-on-request") return { kind: "advice", id: request.id, finding: null };
  if (request.kind === "hello") return { kind: "settings", value: null };
  return "id" in request ? { kind: "done", id: request.id, ok: false } : null;
}

async function settingsFor({ tab, site, key }: Frame): Promise<LineSettings> {
  const [{ settings }, salt, pause, refused] = await Promise.all([
    loadSettings(),
    loadSalt(),
    loadPause(tab),
    pagesThatRefused(),
  ]);
  const host = mayRunInPage(site) && !refused.includes(site) ? "page" : "background";
  return {
    on: !settings.sitesOff.includes(key),
    paused: pause.tab || pause.until !== null,
    holdWarnings: settings.holdWarnings,
    coolingOff: settings.coolingOff,
    host,
    profile: host === "page" ? profileFor(settings, key) : null,
    salt,
    ignoredHashes: settings.ignored.flatMap((item) => (item.kind === "wording-always" ? [item.hash] : [])),
  };
}

async function adviceOnRequest({ tab, site, key }: Frame): Promise<Finding | null> {
  const [{ settings }, pause] = await Promise.all([loadSettings(), loadPause(tab)]);
  const isAsked = settings.requestSites.includes(site) && !settings.sitesOff.includes(key);
  return isAsked && !pause.tab && pause.until === null ? ruleInGeneral(REQUESTS_RULE, key) : null;
}

/** In Firefox the page's policy does not reach content scripts; in Chromium only a recorded policy counts. */
function mayRunInPage(site: Site): boolean {
  return isFirefox || allowsWasm(site);
}

async function insertCss({ tab, frame }: Frame, css: string): Promise<boolean> {
  if (css.length > MAX_CSS) return false;
  return ran(chrome.scripting.insertCSS({ target: { tabId: tab, frameIds: [frame] }, css }));
}

async function loadEngine({ tab, frame, site }: Frame): Promise<boolean> {
  if (!mayRunInPage(site)) return false;
  return ran(chrome.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [ENGINE_SCRIPT] }));
}

/** A frame can go while it is being served. */
async function ran(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}

type Ignore = Extract<LineRequest, { kind: "ignore" }>;

/** Says whether it is kept: there is room for so many, and no more. */
async function keepIgnored({ key }: Frame, request: Ignore): Promise<boolean> {
  let isKept = false;
  await changeSettings(({ ignored }) => {
    const counted = ignored.find((item) => item.kind === "not-useful" && item.rule === request.rule);
    const item = ignoredItem(request, key, counted?.kind === "not-useful" ? counted.count : 0);
    const others = item?.kind === "not-useful" ? ignored.filter((other) => other !== counted) : ignored;
    if (!item || others.length >= MAX_IGNORED) return {};
    isKept = true;
    return { ignored: [...others, item] };
  });
  return isKept;
}

/** `null`: a choice that does not outlast its draft, or that lacks its hash. */
function ignoredItem({ rule, scope, hash }: Ignore, site: SiteKey, counted: number): IgnoredItem | null {
  const base = { id: crypto.randomUUID(), rule, since: new Date().toISOString().slice(0, 10) };
  switch (scope) {
    case "wording-always":
      return hash ? { ...base, kind: scope, hash } : null;
    case "rule-site":
      return { ...base, kind: scope, site };
    case "rule-everywhere":
      return { ...base, kind: scope };
    case "not-useful":
      return { ...base, kind: scope, count: counted + 1 };
    default:
      return null;
  }
}
