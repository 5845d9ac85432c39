// LinkedIn's older editor: Quill 1.3.7 (and Quill 2, which may follow it), with LinkedIn's attributes.

import Quill2 from "quill";
import "quill/dist/quill.core.css";
import Quill1 from "quill1";
import { announce, type PageEditor } from "../app/page";

interface QuillBox {
  editor: PageEditor;
  forget(): void;
}

/** Starts Quill in `container`; `onText` hears every change, as Quill reports it. */
export function quillBox(
  container: HTMLElement,
  version: "1" | "2",
  label: string,
  placeholder: string,
  onText: (text: string) => void,
): QuillBox {
  const Quill = version === "1" ? Quill1 : Quill2;
  const quill = new Quill(container, { placeholder, formats: [] });
  const root = quill.root;
  root.setAttribute("role", "textbox");
  root.setAttribute("aria-multiline", "true");
  root.setAttribute("aria-label", label);
  root.setAttribute("aria-placeholder", placeholder);
  root.setAttribute("data-gramm", "false");
  root.setAttribute("data-test-ql-editor-contenteditable", "true");
  // Quill ends its text with a line feed that nobody typed.
  const text = () => quill.getText().replace(/\n$/, "");
  quill.on("text-change", () => onText(text()));
  const editor: PageEditor = {
    root,
    text,
    set: (value) => {
      quill.setText(value, "user");
      quill.setSelection(value.length, 0, "user");
    },
  };
  return { editor, forget: announce(editor) };
}
