// An editable element without a library behind it.

import type { EditorKind } from "./editor";
import { asTyping } from "./insert";

export const plain: EditorKind = {
  kind: "plain",
  matches: () => true,
  insert: (_editor, words) => asTyping(words),
};
