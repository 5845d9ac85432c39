// Draft.js (X). In Chromium typing over a whole text node takes the editor's own element away with it, as typing over several would.

import type { EditorKind } from "./editor";
import { asTypingOrPasting } from "./insert";

export const draftJs: EditorKind = {
  kind: "draft-js",
  matches: (editor) => editor.matches(".public-DraftEditor-content"),
  insert: (editor, words, severalNodes) => asTypingOrPasting(editor, words, severalNodes || isWholeNode()),
};

/** Whether all of one text node is selected. */
function isWholeNode(): boolean {
  const selected = document.getSelection();
  return selected !== null && selected.toString() === selected.anchorNode?.textContent;
}
