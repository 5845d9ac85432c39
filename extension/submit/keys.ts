// Enter keys that never publish, whatever the site.

import { isShown } from "../sites/dom";

/** The key code browsers give to keys that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

export function belongsToInputMethod(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}

/** A list of suggestions is open: Enter picks one of them. */
export function picksSuggestion(editor: Element): boolean {
  if (editor.hasAttribute("aria-activedescendant")) return true;
  const root = editor.getRootNode() as Document | ShadowRoot;
  const lists = [...root.querySelectorAll('[role="listbox"]')].filter(isShown);
  if (editor.getAttribute("aria-expanded") === "true" && lists.length > 0) return true;
  return lists.some((list) => list.querySelector('[role="option"]') !== null);
}
