// One engine for the line, wherever it runs.

import type { Draft, Readings, Report } from "../contract";

export interface Engine {
  /**
   * At once where the engine runs in the page, later where it runs in the background. `null`: no report could be made.
   * Never throws or rejects.
   */
  check(draft: Draft): Report | null | Promise<Report | null>;
}

export interface CloserEngine extends Engine {
  /** Reads the draft whole, which takes its time. `null`: it could not be read. Never rejects. */
  lookCloser(draft: Draft): Promise<Readings | null>;
}

/** Longest draft that is checked, in UTF-16 code units. */
export const MAX_DRAFT = 100_000;
