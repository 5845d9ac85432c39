// Sites beyond the three that the user allowed: the content script is registered for them, and gone again with the permission.

const ID = "allowed-sites";

export async function registerAllowedSites(): Promise<void> {
  const named = new Set(chrome.runtime.getManifest().host_permissions);
  const { origins = [] } = await chrome.permissions.getAll();
  const matches = origins.filter((origin) => !named.has(origin));
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([
    { id: ID, matches, js: ["content.js"], runAt: "document_start", allFrames: true, matchOriginAsFallback: true },
  ]);
}

export function listenToPermissions(): void {
  chrome.permissions.onAdded.addListener(() => void registerAllowedSites());
  chrome.permissions.onRemoved.addListener(() => void registerAllowedSites());
}
