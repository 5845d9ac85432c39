// The checker itself, wherever it runs. A trap leaves an instance unusable, so it is replaced; what the trap said is not passed on,
// because it may quote the draft.

import init, { check, passages, __wbg_reset_state as restart, rule, warm } from "chaperone-wasm";
import type { Draft, Finding, Passage, Profile, Report } from "../contract";

export interface Core {
  /** `null`: the checker stopped on this draft and was started again. */
  check(draft: Draft, profile: Profile): Report | null;
  /** What a closer look reads of a draft: nothing where it is too short, or the checker stopped on it. */
  passages(text: string): Passage[];
  /** What a rule has to say where no words are at hand; `null`: there is no such rule. */
  rule(id: string, profile: Profile): Finding | null;
}

export async function startCore(module: BufferSource | string, stopped: () => void): Promise<Core> {
  await init({ module_or_path: module });
  warm();
  function safely<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      // A draft of the wrong shape is refused and stops nothing.
      if (error instanceof TypeError) return null;
      restart();
      stopped();
      return null;
    }
  }
  return {
    check: (draft, profile) => safely(() => check(draft, profile)),
    passages: (text) => safely(() => passages(text)) ?? [],
    rule: (id, profile) => safely(() => rule(id, profile)),
  };
}
