// What the line from keystroke to gate asks of the surfaces (underline, card, chip, gate, files, announcer), and what they answer.
// The surfaces know nothing of sites, editors or engines; the line knows nothing of shadow roots and styles.

import type { Audience, Finding, Severity, Site } from "../contract";
import type { Request } from "../sites/site";

/** A finding with the place where it stands now. Rebuilt after every edit; `key` survives edits. */
export interface Mark {
  key: string;
  finding: Finding;
  range: Range | ControlStretch;
}

/** Words of a text control, which are in no node: UTF-16 code units of its value. */
export interface ControlStretch {
  readonly control: HTMLTextAreaElement | HTMLInputElement;
  readonly start: number;
  readonly end: number;
}

/** Underlines marks without touching the page's DOM (CSS Custom Highlight API). */
export interface Underline {
  /** Comes before anything is shown: what highlights are named by. Takes away what an ended script of ours left under these names. */
  name(secret: string): void;
  /** Replaces all marks of one composer. `root` is where the text lives: the document or an open shadow root. */
  show(composer: string, root: Document | ShadowRoot, marks: readonly Mark[]): void;
  clear(composer: string): void;
  /** The topmost mark under a point of the viewport, the most severe first. */
  at(x: number, y: number): Mark | null;
}

export type IgnoreScope = "once" | "wording-here" | "wording-always" | "rule-site" | "rule-everywhere" | "not-useful";

export interface CardRequest {
  mark: Mark;
  /** Rectangles of the marked words in the viewport, and the line of the caret, which is never covered. */
  rects: readonly DOMRect[];
  caretLine: DOMRect | null;
  /** Opened by keyboard: focus moves into the card and comes back on Escape. By mouse it stays in the editor. */
  by: "hover" | "click" | "keyboard";
  /** Which of the ignore choices make sense for this finding (never "wording-always" for identifiers). */
  ignores: readonly IgnoreScope[];
  siteName: string;
  position: { index: number; count: number };
  /** Where abuse is reported, when somebody is answered on a site that has a place for it. */
  report: { site: Site; siteName: string; help: string } | null;
  /** Offer to keep the draft for a while, or to end that. */
  rest: "offered" | "resting" | null;
}

export type CardAnswer =
  | { kind: "fix"; index: number }
  | { kind: "ignore"; scope: IgnoreScope }
  | { kind: "rest" }
  | { kind: "end-rest" }
  | { kind: "next" }
  | { kind: "previous" }
  | { kind: "closed"; restoreFocus: boolean };

export interface Card {
  /** Resolves when the user chose something or the card was closed. Opening another closes the first. */
  open(request: CardRequest): Promise<CardAnswer>;
  close(): void;
  readonly openKey: string | null;
  /** A sentence inside the open card, or in the chip when none is open ("Could not change the text here. Nothing was changed."). */
  say(sentence: string): void;
}

/** What the chip at the composer shows. */
export type ChipState =
  | {
      kind: "checking";
      counts: Record<Severity, number>;
      audience: AudienceWords;
      gaps: readonly Gap[];
      /** It was kept as a draft, and the time is over. */
      hasRested: boolean;
    }
  | { kind: "resting"; minutesLeft: number; counts: Record<Severity, number>; audience: AudienceWords }
  | { kind: "starting"; audience: AudienceWords }
  | { kind: "not-checking"; reason: NotCheckingReason; audience: AudienceWords | null }
  | { kind: "press-again" };

export type NotCheckingReason = "engine" | "settings" | "too-long" | "paused" | "off-here" | "updated";

/** What is not covered of a composer that is being checked: its submit control was not found, its editor or its script is not known. */
export type Gap = "submit" | "editor" | "script";

/** Who can read it: what we read, and the site's own word for it when there is one. */
export interface AudienceWords {
  audience: Audience;
  siteWord: string | null;
}

/** Where a composer is on the page, and the line its caret is on. */
export interface Anchor {
  box: DOMRect;
  caretLine: DOMRect | null;
}

export interface Chip {
  /** The chip sits at the lower right corner of the anchor's box and never over the caret's line. */
  show(composer: string, anchor: () => Anchor | null, state: ChipState): void;
  hide(composer: string): void;
  onActivate(listener: (composer: string) => void): void;
  /** One sentence under what one chip says, or all of them, for some seconds; it outlasts a composer that ends meanwhile. */
  say(sentence: string, composer?: string): void;
}

export interface GateRequest {
  findings: readonly Finding[];
  /** The words each finding underlines, same order, for the list. */
  quotes: readonly string[];
  audience: AudienceWords;
  /** Offer "I have this patient's recorded consent for this audience". */
  offerConsent: boolean;
  /** Offer to keep the draft for a while; or the minutes that are left of it. */
  rest: "offered" | number | null;
}

export type GateAnswer = { kind: "edit" } | { kind: "rest" } | { kind: "post"; consentRecorded: boolean };

export interface Gate {
  /** A real modal dialog. Escape is "edit". */
  ask(request: GateRequest): Promise<GateAnswer>;
  readonly isOpen: boolean;
}

export interface FilesQuestion {
  /** Files that give something away, with what that is, one sentence a line. */
  files: readonly { name: string; lines: readonly string[] }[];
  /** Offer clean copies. */
  canClean: boolean;
  /** Ask the three questions about pictures too. */
  isPicture: boolean;
}

export type FilesChoice = "clean" | "as-is" | "none";

export interface Files {
  /** A real modal dialog before files are attached. Escape is "as-is". */
  ask(question: FilesQuestion): Promise<FilesChoice>;
  /** The three questions about a picture that was just attached, beside the page's work. */
  remind(): void;
}

/** A request to be friends, to connect or to follow that was just accepted or sent. */
export interface RequestQuestion {
  request: Request;
  /** What the rule on requests says, with the words of a kind no among its fixes. */
  advice: Finding;
  siteName: string;
  /** The user does not want to be asked on this site any more. Resolves with whether that could be kept; `null`: nobody answers any more. */
  stopAsking(): Promise<boolean | null>;
}

export interface RequestSurface {
  /** Asks beside the page's work whether it is a patient, until it is closed. Asking again takes the place of what was asked before. */
  ask(question: RequestQuestion): void;
  /** Moves the focus to the question. Says whether there is one. */
  focus(): boolean;
}

export interface Announcer {
  /** One polite live region, throttled: counts only. */
  counts(total: number): void;
  say(sentence: string): void;
}

export interface Surfaces {
  underline: Underline;
  card: Card;
  chip: Chip;
  gate: Gate;
  files: Files;
  request: RequestSurface;
  announcer: Announcer;
  /** True when the event comes from one of our own surfaces (closed shadow root: the host is its target). */
  owns(event: Event): boolean;
  /** Keeps our host where it can be used: under <html>, or the last child of an open modal <dialog> that holds the composer. */
  near(element: Element): void;
  /** Takes our host out of the page where nothing of ours is shown any more. */
  clearAway(): void;
}

/** Makes the surfaces. Everything is undone when the signal aborts. Styles outside shadow roots go through the background (`scripting.insertCSS`). */
export type MakeSurfaces = (signal: AbortSignal, insertCss: (css: string) => Promise<void>) => Surfaces;
