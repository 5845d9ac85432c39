// ProseMirror and Tiptap (LinkedIn).

import type { EditorKind } from "./editor";
import { asTypingOrPasting } from "./insert";

export const prosemirror: EditorKind = {
  kind: "prosemirror",
  matches: (editor) => editor.matches(".ProseMirror"),
  insert: asTypingOrPasting,
};
