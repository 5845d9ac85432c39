// The toolbar popup: the state of this page, the checklist, the few settings, and what is ignored.

import { word } from "../surfaces/words";
import { showChecklist } from "./checklist";
import { showIgnored } from "./ignored";
import { showPage } from "./page";
import { showSettings } from "./settings";
import { showTry } from "./try";

for (const node of document.querySelectorAll<HTMLElement>("[data-word]"))
  node.textContent = word(node.dataset.word ?? "");
document.documentElement.lang = chrome.i18n.getUILanguage();

await Promise.all([showPage(await currentTab()), showChecklist(), showSettings(), showIgnored(), showTry()]);

/** The tab the popup belongs to; `?tab=` names it when the popup is opened as a page of its own. */
async function currentTab(): Promise<number> {
  const named = new URLSearchParams(location.search).get("tab");
  if (named) return Number(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}
