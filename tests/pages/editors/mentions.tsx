// The list of names that opens after an "@" in a Facebook comment, where Enter picks and does not send.

import { $createTextNode, $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from "lexical";
import { useEffect, useState } from "react";

const MENTION = /@(\w+)$/;
/** As Lexical's own list of suggestions is named. */
const LIST = "typeahead-menu";

export interface Mentions {
  names: readonly string[];
  /** Puts the first name into the text; false when the list is closed. */
  pick(): boolean;
}

/** The names that fit what is being typed after an "@". */
export function useMentions(editor: LexicalEditor, all: readonly string[]): Mentions {
  const [names, setNames] = useState<readonly string[]>([]);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const typed = editorState.read(() => beforeCaret()?.match(MENTION)?.[1]?.toLowerCase());
        setNames(typed ? all.filter((name) => name.toLowerCase().startsWith(typed)) : []);
      }),
    [editor, all],
  );

  useEffect(() => {
    const root = editor.getRootElement();
    root?.setAttribute("aria-controls", LIST);
    root?.setAttribute("aria-expanded", String(names.length > 0));
    if (names.length > 0) root?.setAttribute("aria-activedescendant", "mention-0");
    else root?.removeAttribute("aria-activedescendant");
  }, [editor, names]);

  const pick = () => {
    const [name] = names;
    if (!name) return false;
    editor.update(() => replaceMention(name));
    return true;
  };
  return { names, pick };
}

export function MentionList({ names }: Mentions) {
  if (names.length === 0) return null;
  return (
    <ul id={LIST} role="listbox" className="sheet">
      {names.map((name, index) => (
        <li key={name} id={`mention-${index}`} role="option" aria-selected={index === 0}>
          {name}
        </li>
      ))}
    </ul>
  );
}

function beforeCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) ? node.getTextContent().slice(0, selection.anchor.offset) : null;
}

function replaceMention(name: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return;
  const text = node.getTextContent();
  const end = selection.anchor.offset;
  const start = text.slice(0, end).search(MENTION);
  const mention = $createTextNode(name).setMode("segmented");
  const after = $createTextNode(` ${text.slice(end)}`);
  const before = text.slice(0, start);
  if (before === "") node.replace(mention);
  else {
    node.setTextContent(before);
    node.insertAfter(mention);
  }
  mention.insertAfter(after);
  after.select(1, 1);
}
