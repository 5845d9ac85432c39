// What is said to tabs.

import type { Diagnostics, LineOrder, LineState } from "./messages";

/** How long a tab may take to answer, in milliseconds: a page that hangs must not keep the popup waiting. */
const LIMIT = 2000;

type Answer<K extends LineOrder["kind"]> = K extends "tell-diagnostics" ? Diagnostics : LineState;

/** Tells one tab's frames; the first frame that answers is heard. `null`: no frame of ours is there, or none had an answer in time. */
export async function tellTab<K extends LineOrder["kind"]>(
  tab: number,
  order: Extract<LineOrder, { kind: K }>,
): Promise<Answer<K> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LIMIT, null);
  });
  try {
    const answered: Promise<Answer<K> | undefined> = chrome.tabs.sendMessage(tab, order);
    return (await Promise.race([answered, late])) ?? null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Tells every tab in which we may run; tabs without a frame of ours do not hear it. */
export function tellAllTabs(order: LineOrder): Promise<void> {
  return tellTabs({ url: ["https://*/*"] }, order);
}

/** Tells those too in which we may not run any more. */
export function tellEveryTab(order: LineOrder): Promise<void> {
  return tellTabs({}, order);
}

async function tellTabs(which: chrome.tabs.QueryInfo, order: LineOrder): Promise<void> {
  const tabs = await chrome.tabs.query(which);
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : tellTab(id, order))));
}
