// The two ways of putting words in that editors understand as the user's own.

/** As typing. The return value of `execCommand` says nothing: some editors take over and report failure. */
export function asTyping(words: string): void {
  if (words) document.execCommand("insertText", false, words);
  else document.execCommand("delete");
}

/** As pasting: for editors whose model Chromium's typing over several nodes would corrupt. */
export function asPasting(editor: HTMLElement, words: string): void {
  const data = new DataTransfer();
  data.setData("text/plain", words);
  editor.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
  );
}
