// What an editor needs for its text to be replaced through its own model. The words to replace are selected already.

export interface EditorKind {
  readonly kind: "lexical" | "draft-js" | "quill" | "prosemirror" | "text-control" | "plain";
  matches(editor: Element): boolean;
  /** Puts `words` in place of the selection. `severalNodes`: the selection reaches over more than one text node. */
  insert(editor: HTMLElement, words: string, severalNodes: boolean): void;
}
