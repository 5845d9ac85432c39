// Sites beyond the built-in ones that the user allowed: the content script is registered for them and put into their open pages. When
// the permission is taken back both end.

import { tellEveryTab } from "./tabs";

const ID = "allowed-sites";
const SCRIPT = "content.js";

/** After an installation or an update: registrations are gone then, and pages may be open. */
export async function startAllowedSites(): Promise<void> {
  await startIn(await registerAllowedSites());
}

/** Permissions may change while a registration is under way: each is made after the one before. */
let turn: Promise<unknown> = Promise.resolve();

/** Says where the script is registered now. */
function registerAllowedSites(): Promise<string[]> {
  const result = turn.then(register, register);
  turn = result;
  return result;
}

async function register(): Promise<string[]> {
  const { content_scripts: scripts = [] } = chrome.runtime.getManifest();
  const named = new Set(scripts.flatMap(({ matches = [] }) => matches));
  const { origins = [] } = await chrome.permissions.getAll();
  const matches = origins.filter((origin) => !named.has(origin));
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length > 0) {
    await chrome.scripting.registerContentScripts([
      { id: ID, matches, js: [SCRIPT], runAt: "document_start", allFrames: true, matchOriginAsFallback: true },
    ]);
  }
  return matches;
}

export function listenToPermissions(): void {
  chrome.permissions.onAdded.addListener(({ origins = [] }) => {
    void registerAllowedSites();
    void startIn(origins);
  });
  chrome.permissions.onRemoved.addListener(({ origins = [] }) => {
    void registerAllowedSites();
    void tellEveryTab({ kind: "withdrawn", origins });
  });
}

/** The page the user is looking at need not be loaded again. */
async function startIn(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await chrome.tabs.query({ url: origins });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? null
        : chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [SCRIPT] }),
    ),
  );
}
