// `<textarea>` and `<input>`: typing keeps the browser's own undo and tells the page by `input`.

import { isTextControl } from "../composer/reading";
import type { EditorKind } from "./editor";
import { asTyping } from "./insert";

export const textControl: EditorKind = {
  kind: "text-control",
  matches: isTextControl,
  insert: (_editor, words) => asTyping(words),
};
