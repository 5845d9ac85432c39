// What a script of ours that an update has ended leaves in an open page, and how the one that follows it knows it again.

import { isFirefox } from "../browser";
import { hashOf } from "../settings/ignores";
import { namesFrom } from "./underline";

export const HOST_STYLE =
  "all:initial;position:fixed;inset:0 auto auto 0;width:0;height:0;margin:0;padding:0;border:0;overflow:visible;background:none;";

/**
 * What the names of our highlights in this page are made of: the same for every script of ours in it, and unknown to the page. Firefox
 * gives our own pages an address that nobody else knows, so there the names are known without asking the background for its salt.
 */
export function secretOf(salt: string): Promise<string> {
  return hashOf(isFirefox ? chrome.runtime.getURL("") : salt, `${performance.timeOrigin}`);
}

/** Firefox ends a script without a word and keeps its highlights; Chromium's has cleared its own. */
export async function clearLeftovers(): Promise<void> {
  const hosts = hostsLeft();
  for (const host of hosts) host.remove();
  if (!isFirefox || hosts.length === 0) return;
  for (const name of namesFrom(await secretOf("")).values()) CSS.highlights.delete(name);
}

function hostsLeft(): HTMLElement[] {
  const own = document.createElement("div");
  own.style.cssText = HOST_STYLE;
  return [...document.querySelectorAll<HTMLElement>('div[popover="manual"]')].filter(
    ({ style }) => style.cssText === own.style.cssText,
  );
}
