// What is said to tabs.

import type { LineOrder, LineState } from "./messages";

/** Tells one tab's frames; the first frame that answers is heard. `null`: no frame of ours is there, or none had an answer. */
export async function tellTab(tab: number, order: LineOrder): Promise<LineState | null> {
  try {
    return ((await chrome.tabs.sendMessage(tab, order)) as LineState | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Tells every tab in which we may run; tabs without a frame of ours do not hear it. */
export async function tellAllTabs(order: LineOrder): Promise<void> {
  const tabs = await chrome.tabs.query({ url: ["https://*/*"] });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : tellTab(id, order))));
}
