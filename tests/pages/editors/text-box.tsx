// A text area or a line of text whose value React holds.

import { type TextareaHTMLAttributes, useEffect, useRef, useState } from "react";
import { announce, type PageEditor } from "../app/page";

type Control = HTMLTextAreaElement & HTMLInputElement;

interface TextBoxProps extends TextareaHTMLAttributes<HTMLElement> {
  as: "textarea" | "input";
  "data-testid"?: string;
  /** The text it begins with. */
  text?: string;
  onReady?(editor: PageEditor): void;
  onText?(text: string): void;
  /** A bare Enter that sends. Without it Enter does what it does everywhere. */
  onEnter?(event: KeyboardEvent): void;
}

export function TextBox({ as: Tag, text = "", onReady, onText, onEnter, ...attributes }: TextBoxProps) {
  const [value, setValue] = useState(text);
  const latest = useRef(text);
  const control = useRef<HTMLElement | null>(null);
  const change = (next: string) => {
    latest.current = next;
    setValue(next);
    onText?.(next);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the handle belongs to the box, not to a rendering of it
  useEffect(() => {
    if (!control.current) return;
    const editor: PageEditor = { root: control.current, text: () => latest.current, set: change };
    onReady?.(editor);
    return announce(editor);
  }, []);

  return (
    <Tag
      {...attributes}
      value={value}
      ref={(element: Control | null) => {
        control.current = element;
      }}
      onChange={({ target }) => change((target as Control).value)}
      onKeyDown={({ key, shiftKey, nativeEvent }) => {
        if (!onEnter || key !== "Enter" || shiftKey || nativeEvent.isComposing) return;
        nativeEvent.preventDefault();
        onEnter(nativeEvent);
      }}
    />
  );
}
