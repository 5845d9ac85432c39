// Chooses where the engine runs, by what the background says is allowed here, and falls back to the background for good.

import type { LineSettings } from "../background/messages";
import type { Draft, Profile, Readings, Report } from "../contract";
import { type CloserEngine, MAX_DRAFT } from "./client";
import { InPage } from "./in-page";
import type { Port } from "./port";

export class EngineSwitch implements CloserEngine {
  private inPage: InPage | null = null;
  private starting = false;
  private profile: Profile | null = null;
  private looksCloser = false;

  constructor(
    private readonly port: Port,
    private readonly ready: () => void,
  ) {}

  /** Takes the settings in; starts the engine in the page where that is allowed. */
  configure(settings: LineSettings): void {
    this.profile = settings.profile;
    this.looksCloser = settings.on && !settings.paused;
    if (settings.host !== "page") this.inPage = null;
    else if (!this.inPage && !this.starting) void this.startInPage();
  }

  /** Until the engine in the page is there the background answers, so no draft waits for it. */
  check(draft: Draft): Report | null | Promise<Report | null> {
    if (draft.text.length > MAX_DRAFT) return null;
    return (this.inPage ?? this.port).check(draft);
  }

  /** Always in the background, and only where Chaperone is switched on. */
  async lookCloser(draft: Draft): Promise<Readings | null> {
    return this.looksCloser && draft.text.length <= MAX_DRAFT ? this.port.lookCloser(draft) : null;
  }

  private async startInPage(): Promise<void> {
    this.starting = true;
    if (await this.port.loadEngine()) {
      const started = await InPage.start(
        () => this.profile ?? NOBODY,
        () => this.port.tell({ kind: "count", what: "engineRestarts" }),
      );
      if (started === "refused") this.port.tell({ kind: "page-refused-engine" });
      else if (started) {
        this.inPage = started;
        this.ready();
      }
    }
    this.starting = false;
  }
}

/** The profile of someone who has told us nothing. */
const NOBODY: Profile = {
  display_name: null,
  jurisdiction: null,
  practice: null,
  contact_line: null,
  rules_off: [],
};
