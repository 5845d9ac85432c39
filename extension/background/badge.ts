// The badge on the icon: how many findings are left to rework in a tab, or that nothing is being checked there.

import type { LineState } from "./messages";

const TO_REWORK = { background: "#b3261e", text: "#ffffff" };
const NOT_CHECKING = { background: "#ffb81c", text: "#212b32" };

export async function showBadge(tabId: number, { state, findings }: LineState): Promise<void> {
  const open = findings.filter(({ severity }) => severity !== "note").length;
  const off = state !== "idle" && state !== "starting" && state !== "checking";
  const colours = off ? NOT_CHECKING : TO_REWORK;
  const text = off ? "!" : open > 0 ? `${open}` : "";
  const title = off ? ["badge_title_off"] : open > 0 ? ["badge_title", `${open}`] : ["badge_title_clear"];
  const [key = "", ...inserts] = title;
  const { action, i18n } = chrome;
  try {
    await Promise.all([
      action.setBadgeText({ tabId, text }),
      action.setBadgeBackgroundColor({ tabId, color: colours.background }),
      action.setBadgeTextColor({ tabId, color: colours.text }),
      action.setTitle({ tabId, title: i18n.getMessage(key, inserts) }),
    ]);
  } catch {
    // The tab was closed meanwhile: there is no badge to show.
  }
}
