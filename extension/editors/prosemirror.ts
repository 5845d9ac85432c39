// ProseMirror and Tiptap (LinkedIn). In Chromium typing over several text nodes fires no `beforeinput` and leaves model and page apart, so there it is
// pasting; an empty paste is ignored, so deleting is always typing.

import { isFirefox } from "../browser";
import type { EditorKind } from "./editor";
import { asPasting, asTyping } from "./insert";

export const prosemirror: EditorKind = {
  kind: "prosemirror",
  matches: (editor) => editor.matches(".ProseMirror"),
  insert(editor, words, severalNodes) {
    if (severalNodes && words && !isFirefox) asPasting(editor, words);
    else asTyping(words);
  },
};
