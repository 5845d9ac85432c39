// The kind of an editor, by the mark its library leaves on it.

import { draftJs } from "./draft-js";
import type { EditorKind } from "./editor";
import { lexical } from "./lexical";
import { plain } from "./plain";
import { prosemirror } from "./prosemirror";
import { quill } from "./quill";
import { textControl } from "./text-control";

const KINDS: readonly EditorKind[] = [textControl, lexical, draftJs, quill, prosemirror];

export function kindOf(editor: Element): EditorKind {
  return KINDS.find((kind) => kind.matches(editor)) ?? plain;
}
