// Draft.js (X). In Chromium typing over several text nodes fires no `beforeinput` and leaves model and page apart, and typing over a
// whole one takes the editor's own element away with it, so there it is pasting; an empty paste is ignored, so deleting is always typing.

import { isFirefox } from "../browser";
import type { EditorKind } from "./editor";
import { asPasting, asTyping } from "./insert";

export const draftJs: EditorKind = {
  kind: "draft-js",
  matches: (editor) => editor.matches(".public-DraftEditor-content"),
  insert(editor, words, severalNodes) {
    if ((severalNodes || isWholeNode()) && words && !isFirefox) asPasting(editor, words);
    else asTyping(words);
  },
};

/** Whether all of one text node is selected. */
function isWholeNode(): boolean {
  const selected = document.getSelection();
  return selected !== null && selected.toString() === selected.anchorNode?.textContent;
}
