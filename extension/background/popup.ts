// Answers the popup.

import type { Severity } from "../contract";
import { readChanges } from "../settings/schema";
import { siteAt } from "../sites";
import type { LineState, PageState, PopupAnswers, PopupRequest } from "./messages";
import { scheduleResume } from "./pause";
import { takeSelection } from "./selection";
import { isPopupRequest } from "./shapes";
import {
  changeSettings,
  loadChecklist,
  loadCounters,
  loadPause,
  loadSettings,
  saveChecklist,
  savePause,
} from "./store";
import { tellAllTabs, tellTab } from "./tabs";

/** How long "15 minutes" is, in milliseconds. */
const PAUSE = 15 * 60 * 1000;

type Answer = PopupAnswers[PopupRequest["kind"]] | null;

export function listenToPopup(): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (answer: Answer) => void) => {
    if (!isOwnPage(sender) || !isPopupRequest(message)) return false;
    answerTo(message).then(answer, () => answer(null));
    return true;
  });
}

/** Only pages of our own may ask: content scripts have the page's address. */
export function isOwnPage(sender: chrome.runtime.MessageSender | undefined): boolean {
  return sender?.id === chrome.runtime.id && sender.url?.startsWith(chrome.runtime.getURL("")) === true;
}

async function answerTo(request: PopupRequest): Promise<Answer> {
  switch (request.kind) {
    case "page-state":
      return pageState(request.tab);
    case "toggle-site": {
      const { site, on } = request;
      return changed(({ sitesOff }) => ({
        sitesOff: [...sitesOff.filter((other) => other !== site), ...(on ? [] : [site])],
      }));
    }
    case "pause":
      if (request.scope === "tab") await savePause({ tab: { id: request.tab, paused: true } });
      else {
        const until = Date.now() + PAUSE;
        await savePause({ until });
        await scheduleResume(until);
      }
      return pauseChanged(request.tab);
    case "resume":
      await savePause({ until: null, tab: { id: request.tab, paused: false } });
      return pauseChanged(request.tab);
    case "settings-get":
      return loadSettings();
    case "settings-set": {
      const changes = readChanges(request.changes);
      return changes && changed(() => changes);
    }
    case "ignored-list":
      return (await loadSettings()).settings.ignored;
    case "ignored-undo":
      return (await changed(({ ignored }) => ({ ignored: ignored.filter(({ id }) => id !== request.id) }))).ignored;
    case "checklist-get":
      return loadChecklist();
    case "checklist-set":
      return saveChecklist(request.ticked);
    case "counters":
      return loadCounters();
    case "diagnostics":
      return tellTab(request.tab, { kind: "tell-diagnostics" });
    case "selection-take":
      return takeSelection();
  }
}

async function changed(change: Parameters<typeof changeSettings>[0]): ReturnType<typeof changeSettings> {
  const settings = await changeSettings(change);
  await tellAllTabs({ kind: "settings-changed" });
  return settings;
}

async function pauseChanged(tab: number): Promise<PopupAnswers["pause"]> {
  await tellAllTabs({ kind: "settings-changed" });
  return loadPause(tab);
}

async function pageState(tab: number): Promise<PageState> {
  const address = await addressOf(tab);
  const at = address && siteAt(address.hostname);
  const origin = address && `${address.origin}/*`;
  // Browsers may let the user withhold even the built-in sites.
  const granted = origin !== null && (await chrome.permissions.contains({ origins: [origin] }));
  const permission = origin !== null && !(granted && at?.site !== "other") ? { origin, granted } : null;
  const key = granted && at ? at.key : null;
  const [{ settings }, pause, line] = await Promise.all([
    loadSettings(),
    loadPause(tab),
    tellTab(tab, { kind: "tell-state" }),
  ]);
  const on = key !== null && !settings.sitesOff.includes(key);
  const said: LineState = line ?? { state: "idle", audience: null, gaps: [], findings: [] };
  const paused = pause.tab || pause.until !== null;
  const state = !on && key ? "off-here" : paused && key ? "paused" : said.state;
  const counts: Record<Severity, number> = { note: 0, warn: 0, stop: 0 };
  for (const { severity } of said.findings) counts[severity] += 1;
  return {
    key,
    host: address?.hostname ?? null,
    on,
    pause,
    state,
    audience: said.audience,
    gaps: said.gaps,
    counts,
    findings: said.findings,
    permission,
  };
}

/** The address of a tab's page, where we may know it and could run: secure pages only. */
async function addressOf(tab: number): Promise<URL | null> {
  try {
    const { url } = await chrome.tabs.get(tab);
    const address = URL.parse(url ?? "");
    return address?.protocol === "https:" ? address : null;
  } catch {
    return null;
  }
}
