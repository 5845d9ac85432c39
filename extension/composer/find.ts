// Finds the editor that gets the focus, also inside open shadow roots. The only thing that listens while nothing is composed.

import { isTextControl } from "./reading";

/** Calls `found` with each editor that gets the focus. */
export function watchFocus(found: (editor: HTMLElement) => void, signal: AbortSignal): void {
  const roots = new WeakSet<Node>();
  const focused = (event: Event): void => {
    const path = event.composedPath();
    // A focus that moves inside a shadow tree is not told outside it, so each tree is listened to once it was entered.
    for (const step of path) if (step instanceof ShadowRoot) listen(step);
    const [target] = path;
    const editor = target instanceof Element ? editorAround(target) : null;
    if (editor) found(editor);
  };
  const listen = (root: Window | ShadowRoot): void => {
    const node = root instanceof ShadowRoot ? root : document;
    if (roots.has(node)) return;
    roots.add(node);
    root.addEventListener("focusin", focused, { capture: true, signal });
  };
  listen(window);
  const already = deepActiveElement();
  const editor = already ? editorAround(already) : null;
  if (editor) found(editor);
}

/** The editor an element belongs to: the outermost editable element around it, or the text control itself. */
export function editorAround(element: Element): HTMLElement | null {
  if (isTextControl(element)) return element;
  if (!(element instanceof HTMLElement) || !element.isContentEditable) return null;
  let editor = element;
  while (editor.parentElement?.isContentEditable) editor = editor.parentElement;
  return editor;
}

/** The focused element, looked for through open shadow roots. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
