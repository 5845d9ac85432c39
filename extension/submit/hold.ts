// Holds a submit: for a report that is not there yet, and for the gate. Then the user's gesture is made once more, and never again.

import type { Counters } from "../background/messages";
import type { Composer } from "../composer/composer";
import { REST } from "../composer/rest";
import type { Marked } from "../findings/marks";
import type { Gate } from "../surfaces/contract";
import { type Gesture, replay } from "./gesture";

/** Longest time a submit waits for a report, in milliseconds. */
const REPORT_WAIT = 300;
/** A post that has neither closed nor emptied its composer after this long, in milliseconds, did not go out by our gesture. */
const GONE_WAIT = 2_000;
/** Findings that stated consent settles. */
const ABOUT_A_PATIENT = new Set([
  "patient-identifier",
  "jigsaw-identification",
  "confirms-relationship",
  "clinical-image",
]);

export interface HoldHelp {
  gate(): Gate;
  holdWarnings(): boolean;
  /** Minutes that a heated draft rests by itself when it is about to go out; `null`: it does not. */
  coolingOff(): number | null;
  /** Checking is not known to be switched off or paused. */
  checks(): boolean;
  count(what: keyof Counters): void;
  /** It was let through without a report. */
  unchecked(composer: Composer): void;
  changed(composer: Composer): void;
}

export class Hold {
  private replaying = false;

  constructor(private readonly help: HoldHelp) {}

  /** Decides at once, about all that goes out together. `false`: the submit is held, and the user's answer decides. */
  mayPass(composers: readonly Composer[], gesture: Gesture): boolean {
    if (this.replaying) return true;
    if (composers.some((composer) => composer.isHolding)) return false;
    if (!this.help.checks()) return true;
    const held = composers.filter((composer) => !this.passes(composer));
    const [first] = composers;
    if (held.length === 0 || !first) return true;
    void this.hold(held, first, gesture);
    return false;
  }

  private passes(composer: Composer): boolean {
    composer.look();
    if (composer.isEmpty || composer.notChecking === "engine" || composer.notChecking === "too-long") return true;
    if (composer.passArmed) {
      composer.passArmed = false;
      this.help.changed(composer);
      return true;
    }
    if (composer.isCurrent) {
      this.help.count("decidedAtOnce");
      if (this.toHold(composer).length === 0) return true;
    }
    return false;
  }

  /** `first`: the composer whose control or key it was. */
  private async hold(held: readonly Composer[], first: Composer, gesture: Gesture): Promise<void> {
    for (const composer of held) composer.isHolding = true;
    try {
      const reported = await Promise.all(held.map((composer) => this.isReported(composer)));
      for (const [index, composer] of held.entries()) {
        if (reported[index] && this.help.checks() && !(await this.isAgreed(composer, first))) return;
      }
      const unchecked = held.filter((_, index) => !reported[index] && this.help.checks());
      await this.release(first, held, unchecked, gesture);
    } finally {
      for (const composer of held) composer.isHolding = false;
    }
  }

  private async isReported(composer: Composer): Promise<boolean> {
    if (composer.isCurrent) return true;
    this.help.count("heldForReport");
    return composer.reported(REPORT_WAIT);
  }

  /** `first`: where the user was; what goes out with it may stand behind it (an article behind its share box). */
  private async isAgreed(composer: Composer, first: Composer): Promise<boolean> {
    const held = this.toHold(composer);
    if (held.length === 0) return true;
    const minutes = this.help.coolingOff();
    if (minutes !== null && composer.heated.length > 0 && !composer.rest.wasBegun) composer.rest.begin(minutes);
    const also = composer.found.open.filter((item) => item.finding.severity === "warn" && !held.includes(item));
    const listed = [...held, ...also];
    const backToText = first.keepCaret();
    const answer = await this.help.gate().ask({
      findings: listed.map((item) => item.finding),
      quotes: listed.map((item) => composer.found.quote(item)),
      audience: composer.audience,
      offerConsent: listed.some((item) => ABOUT_A_PATIENT.has(item.finding.category)),
      rest: composer.restLeft ?? (composer.heated.length > 0 ? "offered" : null),
    });
    if (answer.kind === "rest") composer.rest.begin(REST);
    if (answer.kind !== "post") {
      backToText();
      return false;
    }
    composer.rest.end();
    composer.found.accept(listed);
    composer.consentRecorded = answer.consentRecorded;
    return true;
  }

  private async release(
    first: Composer,
    held: readonly Composer[],
    unchecked: readonly Composer[],
    gesture: Gesture,
  ): Promise<void> {
    this.replaying = true;
    let made = false;
    try {
      made = replay(gesture, first);
    } finally {
      this.replaying = false;
    }
    for (const composer of unchecked) {
      this.help.count("letThroughUnchecked");
      this.help.unchecked(composer);
    }
    if (made && (await first.gone(GONE_WAIT))) return;
    for (const composer of held) {
      composer.passArmed = true;
      this.help.changed(composer);
    }
  }

  private toHold(composer: Composer): Marked[] {
    const { audience } = composer.audience;
    const anyone = audience === "public" || audience === "unknown";
    const held = composer.found.toHold(this.help.holdWarnings() && anyone ? ["stop", "warn"] : ["stop"]);
    const rests = composer.restLeft !== null || (this.help.coolingOff() !== null && !composer.rest.wasBegun);
    return rests ? [...new Set([...held, ...composer.heated])] : held;
  }
}
