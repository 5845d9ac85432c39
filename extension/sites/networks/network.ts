// Networks beyond the built-in three, each described by its facts alone: where its boxes are, what sends them, who reads them. Each runs
// only where the user has allowed it.

import type { Surface } from "../../contract";
import type { AudienceWords } from "../../surfaces/contract";
import { answeredText, attachmentsIn, isCommandEnter, isPlainEnter, lastBefore, smallestAround } from "../dom";
import { type Adapter, MESSAGE_AUDIENCE, type Place, PUBLIC_AUDIENCE, UNKNOWN_AUDIENCE } from "../site";

/** One kind of box on a network. */
export interface Box {
  /** What the editor matches. */
  readonly editor: string;
  /** The part of the page around it that makes up the composer; without one, the smallest part that also holds the submit. */
  readonly around?: string;
  readonly submit: string | ((scope: Element) => Element[]);
  readonly surface: Surface | ((place: Place) => Surface);
  /** The key that sends it, when one does. */
  readonly sends?: "enter" | "command-enter";
  /** Messages need none. */
  readonly audience?: (place: Place) => AudienceWords;
  /** Further boxes of the same draft, in the composer's part of the page. */
  readonly also?: string;
  /** What is answered: the last of these before the editor. */
  readonly answers?: string;
}

export interface Network {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly boxes: readonly Box[];
}

export function network({ name, hosts, boxes }: Network): Adapter {
  const boxOf = (editor: Element): Box | undefined => boxes.find((box) => editor.matches(box.editor));
  const surfaceOf = (place: Place): Surface => {
    const surface = boxOf(place.editor)?.surface ?? "post";
    return typeof surface === "function" ? surface(place) : surface;
  };
  return {
    site: "other",
    name,
    hosts,
    probes: boxes.flatMap(({ editor, submit }) => (typeof submit === "string" ? [editor, submit] : [editor])),
    pageAllowsWasm: null,

    scopeOf(editor) {
      const box = boxOf(editor);
      if (!box) return null;
      const around = box.around ? editor.closest(box.around) : null;
      return (
        around ?? (typeof box.submit === "string" ? smallestAround(editor, box.submit) : null) ?? editor.parentElement
      );
    },

    editors({ scope, editor }) {
      const box = boxOf(editor) ?? boxes.find(({ also }) => also && editor.matches(also));
      if (!box?.also) return [editor];
      return [...scope.querySelectorAll<HTMLElement>(`${box.also}, ${box.editor}`)];
    },

    surface: surfaceOf,

    submits({ scope, editor }) {
      const submit = boxOf(editor)?.submit ?? [];
      if (typeof submit === "function") return submit(scope);
      return typeof submit === "string" ? [...scope.querySelectorAll(submit)] : [];
    },

    // The button of a message may come with its text, and Enter sends as well.
    leadsFurther: ({ editor }) => boxOf(editor)?.sends === "enter",

    isSubmitKey(event, { editor }) {
      const sends = boxOf(editor)?.sends;
      return (sends === "enter" && isPlainEnter(event)) || (sends !== undefined && isCommandEnter(event));
    },

    audience(place) {
      if (surfaceOf(place) === "message") return MESSAGE_AUDIENCE;
      return boxOf(place.editor)?.audience?.(place) ?? UNKNOWN_AUDIENCE;
    },

    answering(place) {
      const answers = boxOf(place.editor)?.answers;
      return answers ? answeredText(lastBefore(place.editor, document.querySelectorAll(answers))) : null;
    },

    attachments: ({ scope }) => attachmentsIn(scope),
  };
}

/** Networks on which everything that is posted is public. */
export const PUBLIC = (): AudienceWords => PUBLIC_AUDIENCE;

/** The controls of a part of the page that show one of these words and nothing else. */
export function named(words: readonly string[]): (scope: Element) => Element[] {
  const isNamed = (control: Element): boolean => words.includes((control.textContent ?? "").trim());
  return (scope) => [...scope.querySelectorAll('button, [role="button"]')].filter(isNamed);
}
