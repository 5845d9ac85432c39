// What is going on in this tab: checking or not and why, who can read it, what was found.

import { ask, type PageState } from "../background/messages";
import { element } from "../surfaces/dom";
import { audienceLine, categoryTitle, countLine, gapLine, notCheckingLine, word } from "../surfaces/words";
import { part, say } from "./parts";
import { siteName } from "./site-names";

export async function showPage(tab: number): Promise<void> {
  const siteOn = part("site-on", HTMLInputElement);
  const refresh = async (): Promise<PageState | null> => {
    const state = await ask<"page-state">({ kind: "page-state", tab });
    draw(state);
    return state;
  };
  let state = await refresh();

  siteOn.addEventListener("change", async () => {
    if (!state?.key) return;
    const kept = await ask<"toggle-site">({ kind: "toggle-site", site: state.key, on: siteOn.checked });
    state = await refresh();
    say(kept ? (part("page-heading", HTMLHeadingElement).textContent ?? "") : word("settings_not_saved"));
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
    const given = await chrome.permissions.request({ origins: [state.permission.origin] });
    state = await refresh();
    if (given) say(part("page-heading", HTMLHeadingElement).textContent ?? "");
  });
  part("diagnose", HTMLButtonElement).addEventListener("click", async () => {
    const diagnostics = await ask<"diagnostics">({ kind: "diagnostics", tab });
    if (!diagnostics) return;
    await navigator.clipboard.writeText(JSON.stringify(diagnostics, null, 2));
    part("diagnose", HTMLButtonElement).textContent = word("popup_diagnosed");
    say(word("popup_diagnosed"));
  });
  part("withdraw", HTMLButtonElement).addEventListener("click", async () => {
    if (!state?.permission) return;
    await chrome.permissions.remove({ origins: [state.permission.origin] });
    state = await refresh();
    part("grant", HTMLButtonElement).focus();
  });
}

function draw(state: PageState | null): void {
  const siteName = state && siteNameOf(state);
  part("page-heading", HTMLHeadingElement).textContent = headingOf(state);
  const siteSwitch = part("site-switch", HTMLLabelElement);
  siteSwitch.hidden = !state?.key;
  part("site-on", HTMLInputElement).checked = state?.on ?? false;
  part("site-on-label", HTMLSpanElement).textContent = siteName ? word("popup_check_on", siteName) : "";

  const audience = part("page-audience", HTMLParagraphElement);
  audience.hidden = !state?.audience;
  audience.textContent = state?.audience ? audienceLine(state.audience) : "";

  const gaps = part("page-gaps", HTMLUListElement);
  gaps.hidden = !state?.gaps.length;
  gaps.replaceChildren(...(state?.gaps ?? []).map((gap) => element("li", { text: gapLine(gap) })));

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
  const running = Boolean(state?.key && state.on);
  part("pause-15", HTMLButtonElement).hidden = paused || !running;
  part("pause-tab", HTMLButtonElement).hidden = paused || !running;
  part("resume", HTMLButtonElement).hidden = !paused;
  part("diagnose", HTMLButtonElement).hidden = !state?.gaps.some((gap) => gap !== "script");
  part("grant", HTMLButtonElement).hidden = state?.permission?.granted !== false;
  part("withdraw", HTMLButtonElement).hidden = !state?.permission?.granted;
}

function headingOf(state: PageState | null): string {
  if (!state) return word("popup_no_answer");
  if (!state.key) return state.permission ? word("popup_not_here_yet") : word("popup_not_here");
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
  return (state.key && siteName(state.key)) ?? state.host ?? "";
}
