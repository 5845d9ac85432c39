// What surrounds the text of a draft: where it goes, who can read it, what it answers, what is attached.

import type { Attached } from "../attachments/attached";
import type { Draft } from "../contract";
import type { Adapter, Place } from "../sites/site";
import type { AudienceWords, CardRequest } from "../surfaces/contract";

interface Context extends Omit<Draft, "text" | "site" | "jurisdiction" | "consent_recorded" | "closer_look"> {
  readonly audienceWords: AudienceWords;
  /** A submit control, or a step that leads to one, is there. */
  readonly leadsOut: boolean;
}

/** Read from the page when it is asked for, and again once it may be another. */
export class Surroundings {
  private known: Context | null = null;

  constructor(
    private readonly adapter: Adapter,
    private readonly attached: Attached,
    private readonly place: () => Place,
  ) {}

  get now(): Context {
    this.known ??= readContext(this.adapter, this.place(), this.attached);
    return this.known;
  }

  /** They may have changed. */
  forget(): void {
    this.known = null;
  }

  /** Where abuse is reported, when somebody is answered. */
  get report(): CardRequest["report"] {
    const { site, name, reportHelp } = this.adapter;
    const isAnswer = this.now.in_reply_to !== null;
    return isAnswer && reportHelp ? { site, siteName: name, help: reportHelp } : null;
  }

  /** A text as a draft. */
  draft(text: string, consentRecorded: boolean): Draft {
    const { surface, audience, in_reply_to, attachments } = this.now;
    const consent = consentRecorded ? { consent_recorded: true } : {};
    return {
      text,
      site: this.adapter.site,
      surface,
      audience,
      in_reply_to,
      jurisdiction: null,
      attachments,
      ...consent,
    };
  }
}

function readContext(adapter: Adapter, place: Place, attached: Attached): Context {
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
