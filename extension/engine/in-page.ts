// The engine in the page's process: `check` answers at once. The background puts the script `engine-in-page.js` into this frame;
// the two meet in the isolated world, which the page cannot see.

import type { Draft, Profile, Report } from "../contract";
import type { Engine } from "./client";
import type { Core } from "./core";

/** Where the injected script leaves its start function. Page scripts live in another world and have no such global. */
const MEETING_PLACE = "startChaperoneCore";

type StartCore = (stopped: () => void) => Promise<Core>;

interface IsolatedWorld {
  [MEETING_PLACE]?: StartCore;
}

export function offerCore(start: StartCore): void {
  (globalThis as IsolatedWorld)[MEETING_PLACE] = start;
}

export class InPage implements Engine {
  private constructor(
    private readonly core: Core,
    private readonly profile: () => Profile,
  ) {}

  /** `refused`: the page's policy forbids it; nothing may be tried again on this site. */
  static async start(profile: () => Profile, stopped: () => void): Promise<InPage | "refused" | null> {
    const start = (globalThis as IsolatedWorld)[MEETING_PLACE];
    if (!start) return null;
    try {
      return new InPage(await start(stopped), profile);
    } catch (error) {
      return error instanceof WebAssembly.CompileError ? "refused" : null;
    }
  }

  check(draft: Draft): Report | null {
    return this.core.check(draft, this.profile());
  }
}
