// What the engine is told of the user, from the settings.

import type { Profile } from "../contract";
import type { Settings, SiteKey } from "./schema";

export function profileFor(settings: Settings, site: SiteKey): Profile {
  const off = settings.ignored.filter(
    (item) => item.kind === "rule-everywhere" || (item.kind === "rule-site" && item.site === site),
  );
  return {
    display_name: settings.displayName,
    jurisdiction: settings.country,
    practice: settings.practice,
    contact_line: settings.contactLine,
    rules_off: [...new Set(off.map((item) => item.rule))],
  };
}
