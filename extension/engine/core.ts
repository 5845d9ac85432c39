// The checker itself, wherever it runs. A trap leaves an instance unusable, so it is replaced; what the trap said is not passed on,
// because it may quote the draft.

import init, { check, __wbg_reset_state as restart, rule, warm } from "chaperone-wasm";
import type { Draft, Finding, Profile, Report } from "../contract";

export interface Core {
  /** `null`: the checker stopped on this draft and was started again. */
  check(draft: Draft, profile: Profile): Report | null;
  /** What a rule has to say where no words are at hand; `null`: there is no such rule. */
  rule(id: string, profile: Profile): Finding | null;
}

export async function startCore(module: BufferSource | string, stopped: () => void): Promise<Core> {
  await init({ module_or_path: module });
  warm();
  return {
    check(draft, profile) {
      try {
        return check(draft, profile);
      } catch (error) {
        // A draft of the wrong shape is refused and stops nothing.
        if (error instanceof TypeError) return null;
        restart();
        stopped();
        return null;
      }
    },
    rule,
  };
}
