// The ways of putting words in that editors understand as the user's own.

import { isFirefox } from "../browser";

/** As typing. The return value of `execCommand` says nothing: some editors take over and report failure. */
export function asTyping(words: string): void {
  if (words) document.execCommand("insertText", false, words);
  else document.execCommand("delete");
}

/**
 * As typing; in Chromium as pasting where typing fires no `beforeinput` and would leave the editor's model and the page apart, as over
 * several text nodes. Editors ignore an empty paste, so deleting is always typing.
 */
export function asTypingOrPasting(editor: HTMLElement, words: string, typingParts: boolean): void {
  if (typingParts && words && !isFirefox) asPasting(editor, words);
  else asTyping(words);
}

function asPasting(editor: HTMLElement, words: string): void {
  const data = new DataTransfer();
  data.setData("text/plain", words);
  editor.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
  );
}
