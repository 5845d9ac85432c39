// Where the caret is in a composer's boxes, and the way back to it when a surface of ours took the focus.

import { caretOf, keepSelection } from "../editors/selection";
import { isBesideTheScreen, isCovered } from "../sites/dom";
import type { Boxes } from "./boxes";
import { deepActiveElement } from "./find";
import { read } from "./reading";

/** The box that has the focus, or had a part of it. */
export function focusedIn({ list }: Boxes): HTMLElement | null {
  const active = deepActiveElement();
  return list.find(({ editor }) => editor.contains(active))?.editor ?? null;
}

/** The caret's place in the text of all boxes, in UTF-16 code units. */
export function caretIn(boxes: Boxes): number | null {
  const focused = focusedIn(boxes);
  const box = boxes.list.find(({ editor }) => editor === focused);
  const caret = box ? caretOf(box.editor, box.reading) : null;
  return box && caret !== null ? box.base + caret : null;
}

export class WayBack {
  private toText: (() => void) | null = null;

  /** Pressing a control may take the selection away before anything is held. */
  note(editor: HTMLElement): void {
    this.toText = keepSelection(editor, () => read(editor)) ?? this.toText;
  }

  /**
   * What is returned brings focus and caret back to where they are now, or were before a control was pressed. A text that is off
   * the screen or covered (another step is shown) is not brought forward: there the focus stays with the control.
   */
  from(editor: HTMLElement): () => void {
    this.note(editor);
    const back = isBesideTheScreen(editor) || isCovered(editor) ? deepActiveElement() : editor;
    const toText = back === editor ? this.toText : null;
    return toText ?? (() => back instanceof HTMLElement && back.focus({ preventScroll: true }));
  }
}
