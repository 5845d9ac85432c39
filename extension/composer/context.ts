// What surrounds the text of a draft: where it goes, who can read it, what it answers, what is attached.

import type { Attached } from "../attachments/attached";
import type { Draft } from "../contract";
import type { Adapter, Place } from "../sites/site";
import type { AudienceWords } from "../surfaces/contract";

export interface Context extends Omit<Draft, "text" | "site" | "jurisdiction" | "consent_recorded" | "closer_look"> {
  readonly audienceWords: AudienceWords;
  /** A submit control, or a step that leads to one, is there. */
  readonly leadsOut: boolean;
}

export function readContext(adapter: Adapter, place: Place, attached: Attached): Context {
  const audienceWords = adapter.audience(place);
  const attachments = attached.named(adapter.attachments(place));
  return {
    surface: adapter.surface(place),
    audience: audienceWords.audience,
    audienceWords,
    in_reply_to: adapter.answering(place),
    attachments: attachments.length > 0 ? attachments : null,
    leadsOut: adapter.submits(place).length > 0 || (adapter.leadsFurther?.(place) ?? false),
  };
}
