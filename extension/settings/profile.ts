// What the engine is told of the user, from the settings.

import type { Profile } from "../contract";
import type { Settings, SiteKey } from "./schema";

export function profileFor(settings: Settings, site: SiteKey): Profile {
  const off = settings.ignored.filter(
    (item) => item.kind === "rule-everywhere" || (item.kind === "rule-site" && item.site === site),
  );
  return {
    role: settings.role,
    display_name: settings.displayName,
    name_shown: settings.nameShown,
    jurisdiction: settings.country,
    employer: settings.employer,
    practice: settings.practice,
    contact_line: settings.contactLine,
    names_to_watch: [],
    rules_off: [...new Set(off.map((item) => item.rule))],
  };
}
