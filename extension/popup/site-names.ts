// The built-in sites as people write them.

import type { SiteKey } from "../settings/schema";

const NAMES: ReadonlyMap<SiteKey, string> = new Map([
  ["facebook", "Facebook"],
  ["x", "X"],
  ["linkedin", "LinkedIn"],
]);

/** `null`: none of the built-in sites. */
export function siteName(key: SiteKey): string | null {
  return NAMES.get(key) ?? null;
}
