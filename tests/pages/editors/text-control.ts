// A text area or a line of text, as a site without an editor's library uses it.

import { element } from "../app/dom";
import { announce, type PageEditor } from "../app/page";

export interface ControlBox {
  readonly control: HTMLTextAreaElement | HTMLInputElement;
  readonly editor: PageEditor;
}

/** `onText` hears of every change, the page's own included. */
export function controlBox(
  tag: "textarea" | "input",
  attributes: Record<string, string>,
  onText: (text: string) => void = () => undefined,
): ControlBox {
  const control = element(tag, attributes);
  const editor: PageEditor = {
    root: control,
    text: () => control.value,
    set(text) {
      control.value = text;
      control.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
  };
  control.addEventListener("input", () => onText(control.value));
  announce(editor);
  return { control, editor };
}
