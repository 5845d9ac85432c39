// Draft.js (X). In Chromium typing over several text nodes fires no `beforeinput` and leaves model and page apart, so there it is
// pasting; an empty paste is ignored, so deleting is always typing.

import { isFirefox } from "../browser";
import type { EditorKind } from "./editor";
import { asPasting, asTyping } from "./insert";

export const draftJs: EditorKind = {
  kind: "draft-js",
  matches: (editor) => editor.matches(".public-DraftEditor-content"),
  insert(editor, words, severalNodes) {
    if (severalNodes && words && !isFirefox) asPasting(editor, words);
    else asTyping(words);
  },
};
