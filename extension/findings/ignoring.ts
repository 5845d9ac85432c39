// What the user says of a finding: kept here for this draft, by the background for longer. What could not be kept is said.

import type { LastingChoice } from "../background/messages";
import type { Composer } from "../composer/composer";
import { hashOf } from "../settings/ignores";
import type { IgnoreScope, Surfaces } from "../surfaces/contract";
import { word } from "../surfaces/words";
import type { Marked } from "./marks";

export interface IgnoringHelp {
  surfaces(): Surfaces | null;
  /** Of all hashes of words that are kept. */
  salt(): string;
  /** Resolves with whether it was kept; `null`: nobody answered any more. */
  keep(choice: LastingChoice): Promise<boolean | null>;
  /** What is shown of a composer has changed. */
  changed(composer: Composer): void;
}

export class Ignoring {
  constructor(private readonly help: IgnoringHelp) {}

  ignore(composer: Composer, item: Marked, scope: IgnoreScope): void {
    const same = composer.found.sameOf(item);
    if (scope === "once" || scope === "not-useful") composer.found.ignores.once(item.key);
    if (scope === "wording-here" || scope === "wording-always") composer.found.ignores.here(same);
    if (scope !== "once" && scope !== "wording-here") void this.keep(item.finding.rule, scope, same);
    this.help.changed(composer);
  }

  /** Of the words the background gets a salted hash. */
  private async keep(rule: string, scope: IgnoreScope, same: string): Promise<void> {
    const hash = scope === "wording-always" ? await hashOf(this.help.salt(), same) : null;
    if ((await this.help.keep({ scope, rule, hash })) !== false) return;
    const isRule = scope === "rule-site" || scope === "rule-everywhere";
    const sentence = word(isRule ? "ignore_rule_not_saved" : "ignore_not_saved");
    const surfaces = this.help.surfaces();
    surfaces?.card.say(sentence);
    surfaces?.announcer.say(sentence);
  }
}
