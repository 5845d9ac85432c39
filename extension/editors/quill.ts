// Quill (LinkedIn). It reads typing right in both browsers, also over several text nodes; its first version loses pasted text.

import type { EditorKind } from "./editor";
import { asTyping } from "./insert";

export const quill: EditorKind = {
  kind: "quill",
  matches: (editor) => editor.matches(".ql-editor"),
  insert: (_editor, words) => asTyping(words),
};
