// The engine in the background: one instance for all tabs, started with the first draft, without memory between drafts.

import { lookCloser } from "../closer-look/network";
import type { Draft, Finding, Readings, Report } from "../contract";
import { type Core, startCore } from "../engine/core";
import { profileFor } from "../settings/profile";
import type { SiteKey } from "../settings/schema";
import { count, loadSettings } from "./store";

let core: Promise<Core> | null = null;

/** Starts the engine ahead of the first draft. */
export async function warmEngine(): Promise<void> {
  core ??= startCore(chrome.runtime.getURL("chaperone_bg.wasm"), () => void count("engineRestarts"));
  try {
    await core;
  } catch {
    core = null;
  }
}

/** `null`: no engine could be started, or it stopped on this draft. */
export async function checkDraft(draft: Draft, site: SiteKey): Promise<Report | null> {
  await warmEngine();
  const { settings } = await currentSettings();
  return (await core)?.check(draft, profileFor(settings, site)) ?? null;
}

/** `null`: the draft could not be read. */
export async function readDraft(draft: Draft): Promise<Readings | null> {
  await warmEngine();
  const passages = (await core)?.passages(draft.text);
  return passages ? lookCloser(draft, passages) : null;
}

/** What a rule has to say where no words are at hand. */
export async function ruleInGeneral(id: string, site: SiteKey): Promise<Finding | null> {
  await warmEngine();
  const { settings } = await currentSettings();
  return (await core)?.rule(id, profileFor(settings, site)) ?? null;
}

/** Settings are read once and again after each change, not for every keystroke. */
let known: ReturnType<typeof loadSettings> | null = null;
chrome.storage.onChanged.addListener(() => {
  known = null;
});

function currentSettings(): ReturnType<typeof loadSettings> {
  if (!known) {
    const reading = loadSettings();
    known = reading;
    // What could not be read is read again for the next draft.
    reading.catch(() => {
      if (known === reading) known = null;
    });
  }
  return known;
}
