// What a page made of React knows of its one box: the editor, its text, and how it goes out.

import { useRef, useState } from "react";
import type { PageEditor } from "./page";
import { takePost } from "./submit";

interface Box {
  readonly isEmpty: boolean;
  /** For the editor's component. */
  readonly box: { onReady(editor: PageEditor): void; onText(text: string): void };
  /** Takes the text as a post of the box's kind and empties it, or does what `done` says. */
  readonly send: (event: Event) => void;
}

export function useBox(kind: string, done?: () => void): Box {
  const editor = useRef<PageEditor | null>(null);
  const [text, setText] = useState("");
  const onReady = (ready: PageEditor) => {
    editor.current = ready;
  };
  const empty = () => editor.current?.set("");
  const send = (event: Event) => takePost(event, kind, editor.current?.text() ?? "", done ?? empty);
  return { isEmpty: text.trim() === "", box: { onReady, onText: setText }, send };
}
