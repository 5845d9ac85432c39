// Shows the state of composers: underlines at once, so that they never lag behind the text; chip, announcement and badge once a frame.

import type { LineSettings, LineState } from "../background/messages";
import type { Composer } from "../composer/composer";
import type { Severity } from "../contract";
import type { ChipState, Surfaces } from "../surfaces/contract";
import { notCheckingLine, word } from "../surfaces/words";

export interface ShowHelp {
  surfaces(): Surfaces;
  settings(): LineSettings | null;
  /** They could not be read. */
  lacksSettings(): boolean;
  /** What the badge and the popup show may have changed. */
  tell(): void;
}

export class Show {
  private readonly waiting = new Set<Composer>();
  /** What was said of a composer's state, so that each turn of it is said once. */
  private readonly said = new WeakMap<Composer, string>();
  private frame = 0;

  constructor(private readonly help: ShowHelp) {}

  get isOn(): boolean {
    const settings = this.help.settings();
    return settings?.on === true && !settings.paused;
  }

  /** Not known to be off: until the settings have arrived a submit waits for them, for its short while. */
  get mayCheck(): boolean {
    return this.help.settings() === null || this.isOn;
  }

  show(composer: Composer): void {
    const { underline, card } = this.help.surfaces();
    if (this.isOn) {
      underline.show(composer.id, composer.editor.getRootNode() as Document | ShadowRoot, composer.shown());
    } else {
      underline.clear(composer.id);
      card.close();
    }
    this.waiting.add(composer);
    this.frame ||= requestAnimationFrame(() => this.showRest());
  }

  /** Said once, without taking the focus; the chip says so until the draft goes out or is no longer heated. */
  rested(): void {
    if (this.isOn) this.help.surfaces().announcer.say(word("rest_over"));
  }

  /** No report of it came in time. */
  unchecked(composer: Composer): void {
    const { chip, announcer } = this.help.surfaces();
    const sentence = word("let_through_unchecked");
    chip.say(sentence, composer.id);
    announcer.say(sentence);
  }

  /** It has ended under an update, and its site is not checked any more. */
  updated(composer: Composer): void {
    const { chip, announcer, near } = this.help.surfaces();
    near(composer.editor);
    chip.show(composer.id, () => composer.anchor(), { kind: "not-checking", reason: "updated", audience: null });
    announcer.say(notCheckingLine("updated"));
  }

  forget(composer: Composer): void {
    const { underline, chip } = this.help.surfaces();
    this.waiting.delete(composer);
    underline.clear(composer.id);
    chip.hide(composer.id);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  private stateOf(composer: Composer): LineState["state"] {
    const settings = this.help.settings();
    if (!settings) return this.help.lacksSettings() ? "settings" : "starting";
    if (!settings.on) return "off-here";
    if (settings.paused) return "paused";
    return composer.notChecking ?? (composer.isStarting ? "starting" : "checking");
  }

  /** What badge and popup may know of a composer: no text. */
  toldOf(composer: Composer): LineState {
    const { audience, gaps, found } = composer;
    const findings = this.isOn
      ? found.open.map(({ finding: { rule, category, severity } }) => ({ rule, category, severity }))
      : [];
    return { state: this.stateOf(composer), audience, gaps, findings };
  }

  private showRest(): void {
    this.frame = 0;
    const composers = [...this.waiting];
    this.waiting.clear();
    for (const composer of composers) {
      // A page that removes unknown nodes has the last word until the next edit only.
      this.help.surfaces().near(composer.editor);
      this.showChip(composer);
      if (this.isOn) {
        this.help.surfaces().announcer.counts(composer.found.open.filter((item) => !item.fresh).length);
      }
    }
    this.help.tell();
  }

  private showChip(composer: Composer): void {
    const { chip } = this.help.surfaces();
    if (this.help.settings()?.on === false) {
      chip.hide(composer.id);
      return;
    }
    const state = this.chipOf(composer);
    chip.show(composer.id, () => composer.anchor(), state);
    this.sayTurn(composer, turnOf(state));
  }

  private sayTurn(composer: Composer, sentence: string): void {
    if (sentence === (this.said.get(composer) ?? "")) return;
    this.said.set(composer, sentence);
    if (sentence) this.help.surfaces().announcer.say(sentence);
  }

  private chipOf(composer: Composer): ChipState {
    const state = this.stateOf(composer);
    const { audience } = composer;
    if (composer.passArmed) return { kind: "press-again" };
    const { restLeft } = composer;
    if (state === "starting") return { kind: "starting", audience };
    if (state !== "checking" && state !== "idle") return { kind: "not-checking", reason: state, audience };
    const counts: Record<Severity, number> = { note: 0, warn: 0, stop: 0 };
    for (const { finding } of composer.found.open) counts[finding.severity] += 1;
    if (restLeft !== null) return { kind: "resting", minutesLeft: restLeft, counts, audience };
    return { kind: "checking", counts, audience, gaps: composer.gaps, hasRested: composer.hasRested };
  }
}

/** What of a state is said aloud: what asks for another press, and why nothing is checked, unless the user wanted it so. */
function turnOf(state: ChipState): string {
  if (state.kind === "press-again") return word("chip_press_again");
  const isFault = state.kind === "not-checking" && state.reason !== "paused" && state.reason !== "off-here";
  return isFault ? notCheckingLine(state.reason) : "";
}
