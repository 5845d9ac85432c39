// Any other site the user allowed, and boxes that a site's own adapter does not know: text boxes in forms and dialogs. Nothing says
// who can read them, so the audience is unknown and judged as public.

import { isTextControl } from "../composer/reading";
import type { Surface } from "../contract";
import { attachmentsIn, isCommandEnter, isOneOf, isPlainEnter, nameOf, plain, textBefore } from "./dom";
import { type Adapter, UNKNOWN_AUDIENCE } from "./site";
import { COMMENT, MESSAGE, PUBLISH, REPLY, SEARCH } from "./words/other";

const BOX = 'textarea, [role="textbox"], [contenteditable]:not([contenteditable="false"])';
/** A line of text: a title, or a message in a chat. */
const LINE = 'input[type="text"], input:not([type])';
const AROUND = "form, dialog, [role='dialog']";
const CONTROL = 'button, input[type="submit"], input[type="button"], [role="button"]';
/** Boxes for finding, choosing, signing in and programming. */
const NO_COMPOSER = [
  '[type="search"], [role="searchbox"], [role="combobox"]:not([aria-multiline="true"]), [role="search"] *',
  "[readonly], [disabled], [aria-readonly='true']",
  ".cm-editor *, .monaco-editor *, .ace_editor *, [role='code'] *, [role='grid'] *",
].join(", ");
/** How far around an editor its submit control is looked for, in elements. */
const REACH = 6;

export const other: Adapter = {
  site: "other",
  name: "",
  hosts: [],
  probes: [BOX, LINE, AROUND, '[type="submit"]'],
  pageAllowsWasm: null,

  scopeOf(editor) {
    if (!isComposer(editor)) return null;
    return editor.closest(AROUND) ?? aroundWithSubmit(editor) ?? editor.parentElement;
  },

  editors({ scope, editor }) {
    if (!scope.matches(AROUND)) return [editor];
    const all = [...scope.querySelectorAll<HTMLElement>(`${BOX}, ${LINE}`)];
    const own = all.filter((box) => !all.some((outer) => outer !== box && outer.contains(box)) && isComposer(box));
    return own.includes(editor) ? own : [editor];
  },

  surface: ({ editor }) => surfaceBy(labelOf(editor)),

  submits({ scope, editor }) {
    const form = editor.closest("form");
    const own = form ? [...form.elements].filter((control) => isSubmit(control)) : [];
    return own.length > 0 ? own : publishing(scope);
  },

  guessesKeys: true,

  isSubmitKey(event, { editor }) {
    if (isCommandEnter(event)) return true;
    // Elsewhere a bare Enter may break the line: what it does cannot be seen.
    const isOneLine = editor instanceof HTMLInputElement || editor.getAttribute("aria-multiline") === "false";
    return (isOneLine || editor.getAttribute("enterkeyhint") === "send") && isPlainEnter(event);
  },

  audience: () => UNKNOWN_AUDIENCE,

  answering({ scope, editor }) {
    const surface = surfaceBy(labelOf(editor));
    if (surface !== "reply" && surface !== "comment") return null;
    const post = scope.closest("article, [role='article']");
    return post && textBefore(scope, post);
  },

  attachments: ({ scope }) => attachmentsIn(scope),
};

function isComposer(editor: HTMLElement): boolean {
  if (editor.matches(NO_COMPOSER) || says(SEARCH, labelOf(editor))) return false;
  if (editor.closest("form")?.querySelector('input[type="password"]')) return false;
  if (editor.matches(BOX)) return true;
  return editor.matches(LINE) && isLineOfComposer(editor);
}

/** A single line counts beside a box for more, or when its label says what is written there. */
function isLineOfComposer(line: HTMLElement): boolean {
  const label = labelOf(line);
  if (says(MESSAGE, label) || says(REPLY, label) || says(COMMENT, label)) return true;
  return line.closest(AROUND)?.querySelector(BOX) != null;
}

/** What a box says of itself. */
function labelOf(editor: HTMLElement): string {
  const named = isTextControl(editor) ? [...(editor.labels ?? [])].map((label) => label.textContent) : [];
  const attributes = ["aria-label", "aria-placeholder", "placeholder", "data-placeholder", "name"];
  return plain([...attributes.map((name) => editor.getAttribute(name)), ...named].filter(Boolean).join(" "));
}

function says(words: readonly string[], label: string): boolean {
  return words.some((word) => label.includes(word));
}

function surfaceBy(label: string): Surface {
  if (says(REPLY, label)) return "reply";
  if (says(COMMENT, label)) return "comment";
  return says(MESSAGE, label) ? "message" : "post";
}

function isSubmit(control: Element): boolean {
  return (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) && control.type === "submit";
}

function publishing(scope: Element): Element[] {
  return [...scope.querySelectorAll(CONTROL)].filter(
    (control) => isSubmit(control) || isOneOf(PUBLISH, wordsOf(control)),
  );
}

function wordsOf(control: Element): string {
  return control instanceof HTMLInputElement ? plain(control.value) : nameOf(control);
}

function aroundWithSubmit(editor: HTMLElement): Element | null {
  let part = editor.parentElement;
  for (let depth = 0; part && part !== document.body && depth < REACH; depth += 1) {
    if (publishing(part).length > 0) return part;
    part = part.parentElement;
  }
  return null;
}
