// Enter keys that never publish, whatever the site.

import { isShown } from "../sites/dom";

/** The key code browsers give to keys that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

export function belongsToInputMethod(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}

/**
 * A list of suggestions of this editor is open: Enter picks one of them. What the editor names must be there and shown: X's box names an
 * entry and a list at all times, and other lists of the page are none of its own. With the control or command key Enter never picks.
 */
export function picksSuggestion({ ctrlKey, metaKey }: KeyboardEvent, editor: Element): boolean {
  if (ctrlKey || metaKey) return false;
  const root = editor.getRootNode() as Document | ShadowRoot;
  const shown = (attribute: string): Element[] => {
    const ids = editor.getAttribute(attribute)?.split(/\s+/) ?? [];
    return ids.flatMap((id) => root.getElementById(id) ?? []).filter(isShown);
  };
  if (shown("aria-activedescendant").length > 0) return true;
  const lists = [...shown("aria-controls"), ...shown("aria-owns")];
  // One that says its list is open, and not which.
  const isOpen = editor.getAttribute("aria-expanded") === "true";
  if (isOpen) lists.push(...[...root.querySelectorAll('[role="listbox"]')].filter(isShown));
  return lists.some((list) => list.querySelector('[role="option"]') !== null);
}
