// The checker itself, wherever it runs. A trap leaves an instance unusable, so it is replaced; what the trap said is not passed on,
// because it may quote the draft.

import init, { check, __wbg_reset_state as restart, warm } from "chaperone-wasm";
import type { Draft, Profile, Report } from "../contract";

export interface Core {
  /** `null`: the checker stopped on this draft and was started again. */
  check(draft: Draft, profile: Profile): Report | null;
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
  };
}
