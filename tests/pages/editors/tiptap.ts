// LinkedIn's newer editor: Tiptap over ProseMirror, one paragraph to a line.

import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { announce, type PageEditor } from "../app/page";

interface TiptapBox {
  editor: PageEditor;
  forget(): void;
}

/** Starts Tiptap in `container`; `attributes` go onto the editable element. */
export function tiptapBox(
  container: HTMLElement,
  attributes: Record<string, string>,
  onText: (text: string) => void,
): TiptapBox {
  const text = () => tiptap.getText({ blockSeparator: "\n" });
  const tiptap = new Editor({
    element: container,
    extensions: [StarterKit.configure({ link: false })],
    // The page brings the styles: a style element of Tiptap's own would break a strict policy.
    injectCSS: false,
    editorProps: { attributes: { role: "textbox", ...attributes } },
    onUpdate: () => onText(text()),
  });
  const editor: PageEditor = {
    root: tiptap.view.dom,
    text,
    set: (value) => {
      const paragraphs = value.split("\n").map((line) => ({
        type: "paragraph",
        ...(line === "" ? {} : { content: [{ type: "text", text: line }] }),
      }));
      tiptap.commands.setContent({ type: "doc", content: paragraphs }, { emitUpdate: true });
      tiptap.commands.focus("end");
    },
  };
  const withdraw = announce(editor);
  return {
    editor,
    forget: () => {
      withdraw();
      tiptap.destroy();
    },
  };
}
