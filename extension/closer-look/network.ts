// The network in the background: one for all tabs, started with the first closer look, without memory between drafts.

import init, { CloserLook } from "chaperone-closer-look";
import type { Draft, Passage, Reading, Readings } from "../contract";

let started: Promise<CloserLook> | null = null;
/** One draft is read at a time. */
let last: Promise<unknown> = Promise.resolve();

async function start(): Promise<CloserLook> {
  // biome-ignore lint/style/noRestrictedGlobals: a file of the extension itself
  const weights = fetch(chrome.runtime.getURL("closer-look.bin"));
  await init({ module_or_path: chrome.runtime.getURL("chaperone_closer_look_bg.wasm") });
  return new CloserLook(new Uint8Array(await (await weights).arrayBuffer()));
}

/** What a closer look finds in each passage of a draft. Rejects when the network cannot be started. */
export function lookCloser(draft: Draft, passages: readonly Passage[]): Promise<Readings> {
  const looked = last.then(() => readAll(draft, passages));
  last = looked.catch(() => undefined);
  return looked;
}

async function readAll(draft: Draft, passages: readonly Passage[]): Promise<Readings> {
  started ??= start();
  // What could not be started is started again for the next look.
  started.catch(() => {
    started = null;
  });
  const network = await started;
  const readings: (Reading | null)[] = [];
  for (const passage of passages) readings.push(await read(network, draft, passage));
  return readings;
}

/** In steps, between which drafts are checked: somebody may have begun to type again. */
async function read(network: CloserLook, draft: Draft, passage: Passage): Promise<Reading | null> {
  const place = `${draft.site} ${draft.surface} ${draft.audience}`;
  const from = passage[0]?.start ?? 0;
  const text = draft.text.slice(from, passage.at(-1)?.end);
  const reading = network.begin(place, text, draft.in_reply_to ?? undefined);
  try {
    // The end of a sentence without an end would go unread, and what was read be believed of it.
    if (!reading.isWhole) return null;
    while (network.step(reading)) await new Promise((resolve) => setTimeout(resolve));
    const bounds = passage.flatMap(({ start, end }) => [start - from, end - from]);
    return {
      scores: [...network.scores(reading)],
      runs: inThrees(network.runs(reading, Uint32Array.from(bounds))),
      names: inThrees(network.names(reading)),
    };
  } finally {
    reading.free();
  }
}

function inThrees(numbers: ArrayLike<number>): number[][] {
  const all = Array.from(numbers);
  return Array.from({ length: all.length / 3 }, (_, at) => all.slice(3 * at, 3 * at + 3));
}
