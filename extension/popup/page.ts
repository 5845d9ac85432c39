// What is going on in this tab: checking or not and why, who can read it, what was found.

import { ask, type PageState } from "../background/messages";
import { element } from "../surfaces/dom";
import { audienceLine, categoryTitle, countLine, notCheckingLine, word } from "../surfaces/words";
import { part, say } from "./parts";

const SITE_NAMES = { facebook: "Facebook", x: "X", linkedin: "LinkedIn" } as const;

export async function showPage(tab: number): Promise<void> {
  const siteOn = part("site-on", HTMLInputElement);
  const refresh = async (): Promise<PageState | null> => {
    const state = await ask<"page-state">({ kind: "page-state", tab });
    draw(state);
    return state;
  };
  let state = await refresh();

  siteOn.addEventListener("change", async () => {
    if (!state?.site) return;
    await ask<"toggle-site">({ kind: "toggle-site", site: state.site, on: siteOn.checked });
    state = await refresh();
    say(part("page-heading", HTMLHeadingElement).textContent ?? "");
  });
  for (const [id, scope] of [
    ["pause-15", "15-minutes"],
    ["pause-tab", "tab"],
  ] as const) {
    part(id, HTMLButtonElement).addEventListener("click", async () => {
      await ask<"pause">({ kind: "pause", scope, tab });
      state = await refresh();
      part("resume", HTMLButtonElement).focus();
    });
  }
  part("resume", HTMLButtonElement).addEventListener("click", async () => {
    await ask<"resume">({ kind: "resume", tab });
    state = await refresh();
    part("pause-15", HTMLButtonElement).focus();
  });
  part("grant", HTMLButtonElement).addEventListener("click", async () => {
    if (!state?.permission) return;
    await chrome.permissions.request({ origins: [state.permission] });
    state = await refresh();
  });
}

function draw(state: PageState | null): void {
  const siteName = state && siteNameOf(state);
  part("page-heading", HTMLHeadingElement).textContent = headingOf(state);
  const siteSwitch = part("site-switch", HTMLLabelElement);
  siteSwitch.hidden = !state?.site;
  part("site-on", HTMLInputElement).checked = state?.on ?? false;
  part("site-on-label", HTMLSpanElement).textContent = siteName ? word("popup_check_on", siteName) : "";

  const audience = part("page-audience", HTMLParagraphElement);
  audience.hidden = !state?.audience;
  audience.textContent = state?.audience ? audienceLine(state.audience) : "";

  const findings = part("page-findings", HTMLUListElement);
  findings.hidden = !state?.findings.length;
  findings.replaceChildren(
    ...(state?.findings ?? []).map(({ category, severity }) =>
      element(
        "li",
        {},
        element("span", { class: `shape ${severity}`, text: "      ", attributes: { "aria-hidden": "true" } }),
        element("span", { text: categoryTitle(category) }),
        element("span", { class: "hidden-words", text: word(`severity_${severity}`) }),
      ),
    ),
  );

  const paused = Boolean(state && (state.pause.tab || state.pause.until !== null));
  const running = Boolean(state?.site && state.on);
  part("pause-15", HTMLButtonElement).hidden = paused || !running;
  part("pause-tab", HTMLButtonElement).hidden = paused || !running;
  part("resume", HTMLButtonElement).hidden = !paused;
  part("grant", HTMLButtonElement).hidden = !state?.permission;
}

function headingOf(state: PageState | null): string {
  if (!state) return word("popup_no_answer");
  if (!state.site) return state.permission ? word("popup_not_here_yet") : word("popup_not_here");
  if (!state.on) return word("popup_off_here", siteNameOf(state));
  switch (state.state) {
    case "idle":
      return word("popup_idle");
    case "starting":
      return word("chip_starting");
    case "checking":
      return countLine(state.counts);
    default:
      return notCheckingLine(state.state);
  }
}

function siteNameOf(state: PageState): string {
  return (state.site && state.site !== "other" ? SITE_NAMES[state.site] : state.host) ?? "";
}
