// Any other site the user allowed: text boxes in forms, judged as public because nothing says otherwise.

import { attachmentsIn, isCommandEnter } from "./dom";
import { type Adapter, UNKNOWN_AUDIENCE } from "./site";

export const other: Adapter = {
  site: "other",
  get name() {
    return location.hostname;
  },
  hosts: [],
  pageAllowsWasm: null,

  scopeOf(editor) {
    if (!editor.matches('textarea, [role="textbox"], [contenteditable]')) return null;
    return editor.closest("form, dialog, [role='dialog']") ?? editor.parentElement;
  },
  editors: ({ editor }) => [editor],
  surface: () => "post",
  submits: ({ scope }) => [...scope.querySelectorAll('button[type="submit"], input[type="submit"]')],
  isSubmitKey: (event) => isCommandEnter(event),
  audience: () => UNKNOWN_AUDIENCE,
  answering: () => null,
  attachments: ({ scope }) => attachmentsIn(scope),
};
