// The selection inside one editor, which may stand in an open shadow root.

import { isTextControl, offsetOf, pointAt, type Reading } from "../composer/reading";
import { rectsOfStretch } from "../surfaces/mirror";

/** Chromium keeps a selection of its own for each shadow root; both browsers can also tell a selection across them. */
interface SelectionRoot {
  getSelection?(): Selection | null;
}

/** The caret or the end of the selection, as an offset of the reading; `null` when it is elsewhere. */
export function caretOf(editor: HTMLElement, reading: Reading): number | null {
  if (isTextControl(editor)) return editor.selectionEnd;
  const range = selectedIn(editor);
  return range ? offsetOf(editor, reading, range.endContainer, range.endOffset) : null;
}

/**
 * Keeps the selection of an editor; what is returned brings focus and selection back, in the text as it then is. `null`: the
 * selection is elsewhere.
 */
export function keepSelection(editor: HTMLElement, reading: () => Reading): (() => void) | null {
  if (isTextControl(editor)) {
    const { selectionStart, selectionEnd } = editor;
    return () => {
      editor.focus({ preventScroll: true });
      editor.setSelectionRange(selectionStart, selectionEnd);
    };
  }
  const selected = selectedIn(editor);
  if (!selected) return null;
  const now = reading();
  const start = offsetOf(editor, now, selected.startContainer, selected.startOffset);
  const end = offsetOf(editor, now, selected.endContainer, selected.endOffset);
  if (start === null || end === null) return null;
  const set = (): void => {
    const [from, to] = [pointAt(reading(), start), pointAt(reading(), end)];
    if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
  };
  return () => {
    editor.focus({ preventScroll: true });
    const { text } = reading();
    set();
    // Some editors answer the focus a moment later with a selection of their own. What was typed until then moved the caret on.
    setTimeout(() => reading().text === text && set());
  };
}

/** The line the caret stands on, as a rectangle of the viewport. Of a text control it is known while something in it is underlined. */
export function caretLineOf(editor: HTMLElement): DOMRect | null {
  if (isTextControl(editor)) {
    const caret = editor.selectionEnd ?? 0;
    return rectsOfStretch({ control: editor, start: caret, end: caret })[0] ?? null;
  }
  const selected = selectedIn(editor);
  if (!selected || !editor.contains(selected.endContainer)) return null;
  const box = rangeAtEnd(selected).getClientRects()[0];
  if (box) return box;
  const { endContainer } = selected;
  return (endContainer instanceof Element ? endContainer : endContainer.parentElement)?.getBoundingClientRect() ?? null;
}

/** A caret's own range serves as it is: the browser adjusts every range that was made at every edit, until it is let go of. */
function rangeAtEnd(selected: StaticRange | Range): Range {
  if (selected instanceof Range && selected.collapsed) return selected;
  const caret = document.createRange();
  caret.setStart(selected.endContainer, selected.endOffset);
  return caret;
}

export function select(editor: HTMLElement, range: Range): void {
  editor.focus({ preventScroll: true });
  const selection = getSelection();
  selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

function selectedIn(editor: HTMLElement): StaticRange | Range | null {
  const root = editor.getRootNode();
  const selection = getSelection();
  if (!(root instanceof ShadowRoot)) return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (selection && "getComposedRanges" in selection) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  }
  const own = (root as SelectionRoot).getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
}
