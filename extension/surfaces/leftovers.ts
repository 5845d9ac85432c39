// What a script of ours that an update has ended leaves in an open page, and how the one that follows it knows it again.

import { isFirefox } from "../browser";
import { hashOf } from "../settings/ignores";
import { namesFrom } from "./underline";

/** The id of what our closed root holds, which no page can look into: on the host itself nothing says whose it is. */
export const LAYER = "chaperone-layer";

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
  const popovers = [...document.querySelectorAll<HTMLElement>('div[popover="manual"]')];
  return popovers.filter((popover) => rootOf(popover)?.getElementById(LAYER));
}

/** Scripts of extensions may look into closed roots, in each browser by another name. */
function rootOf(element: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }): ShadowRoot | null {
  return isFirefox ? (element.openOrClosedShadowRoot ?? null) : chrome.dom.openOrClosedShadowRoot(element);
}
