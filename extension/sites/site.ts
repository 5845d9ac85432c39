// What an adapter tells about one site. Adapters only read the page; they keep no state and never change anything.

import type { Attachment, Site, Surface } from "../contract";
import type { AudienceWords } from "../surfaces/contract";

/** One composer on a page. `scope` holds its editors, its submit controls and what says who can read it. */
export interface Place {
  readonly scope: Element;
  /** The editor that has the focus or had it last. */
  readonly editor: HTMLElement;
}

/** A request to be friends, to connect or to follow. */
export type Request = "accepted" | "sent";

export interface Adapter {
  readonly site: Site;
  /** The site's name as people write it. */
  readonly name: string;
  /** Host names this adapter serves; none for one that knows its site by the page alone. */
  readonly hosts: readonly string[];
  /** The selectors it lives by. Diagnostics say of each whether the page has it, and nothing else of the page. */
  readonly probes: readonly string[];
  /** It stands in for an adapter of the site that does not know an editor. */
  readonly takesOver?: boolean;
  /**
   * The last recorded Content-Security-Policy that lets a content script compile WebAssembly in Chromium, or `null` when none is
   * on record. It is never found out by trying: a refused attempt is reported to the page.
   */
  readonly pageAllowsWasm: { readonly recorded: string; readonly source: string } | null;
  /** The part of the page that makes up the editor's composer, or `null` when the editor is none (a search box). */
  scopeOf(editor: HTMLElement): Element | null;
  /** All editors of a composer, in reading order (a thread has several). */
  editors(place: Place): HTMLElement[];
  surface(place: Place): Surface;
  /** The controls that publish. Controls that lead to a further step are not among them. */
  submits(place: Place): Element[];
  /** Whether a control leads to a further step with the submit, when none is there yet. */
  leadsFurther?(place: Place): boolean;
  /** Which keys publish is a guess here: a key that was held is never turned into a press of the submit control. */
  readonly guessesKeys?: boolean;
  /** Whether this key publishes. Shift+Enter, suggestions and input methods have been ruled out before. */
  isSubmitKey(event: KeyboardEvent, place: Place): boolean;
  /** Who can read it. What cannot be read is `unknown`, never something narrower. */
  audience(place: Place): AudienceWords;
  /** The text that is being answered, where the page shows it. */
  answering(place: Place): string | null;
  attachments(place: Place): Attachment[];
  /** The site's own page on reporting abuse; `_locales` says where its menu is. */
  readonly reportHelp?: string;
  /** What a press of this control does with a request. Selectors decide, so that a name in a label is never read. */
  requestBy?(control: Element): Request | null;
  /** Words of the draft that stand in no editor: descriptions of attached pictures, as the page shows them once they were saved. */
  descriptions?(place: Place): string[];
}

export const UNKNOWN_AUDIENCE: AudienceWords = { audience: "unknown", siteWord: null };
export const PUBLIC_AUDIENCE: AudienceWords = { audience: "public", siteWord: null };
export const MESSAGE_AUDIENCE: AudienceWords = { audience: "message", siteWord: null };

/** The first of the adapters that knows an editor, with the part of the page that makes up its composer. */
export function ownerOf(
  editor: HTMLElement,
  adapters: readonly Adapter[],
): { adapter: Adapter; scope: Element } | null {
  for (const adapter of adapters) {
    const scope = adapter.scopeOf(editor);
    if (scope) return { adapter, scope };
  }
  return null;
}
