// Lexical (Facebook).

import type { EditorKind } from "./editor";
import { asTypingOrPasting } from "./insert";

export const lexical: EditorKind = {
  kind: "lexical",
  matches: (editor) => editor.matches("[data-lexical-editor]"),
  insert: asTypingOrPasting,
};
