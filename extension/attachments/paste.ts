// A paste that was stopped is made again. For a made event a browser does nothing by itself: where the page leaves it to the browser, as
// with text controls and boxes without a library, the words that came beside the files are put in here.

import { deepActiveElement, editorAround } from "../composer/find";
import { read } from "../composer/reading";
import { asTyping } from "../editors/insert";
import { keepSelection } from "../editors/selection";
import { pageTransfer, pageWorld, type Words } from "./transfer";

/** Keeps where a paste goes. What is returned makes it again there, with these files and its words. */
export function keepPaste(target: Element, words: Words): (files: readonly File[]) => void {
  const box = editorAround(target);
  const toCaret = box && keepSelection(box, () => read(box));
  const text = textOf(words);
  return (files) => {
    const clipboardData = pageTransfer(files, words);
    if (clipboardData.types.length === 0) return;
    // Words go where they were pasted, though a question of ours took the focus.
    if (text && box?.isConnected && !box.contains(deepActiveElement())) toCaret?.();
    // Editors may have drawn the line anew that it was pasted on.
    const place = [target, box].find((element) => element?.isConnected) ?? deepActiveElement() ?? document.body;
    const isLeftToTheBrowser = place.dispatchEvent(pasteOf(clipboardData));
    // Where the focus is by then: some editors have the browser paste into a box of their own and take it from there.
    const focused = deepActiveElement();
    if (isLeftToTheBrowser && text && focused && editorAround(focused)) asTyping(text);
  };
}

function pasteOf(clipboardData: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true, clipboardData });
  const page = pageWorld();
  if (page) {
    // Firefox leaves the clipboard of a made event empty.
    const property = new page.Object() as PropertyDescriptor;
    property.value = clipboardData;
    page.Object.defineProperty(
      (event as unknown as { wrappedJSObject: object }).wrappedJSObject,
      "clipboardData",
      property,
    );
  }
  return event;
}

/** The words alone. Markup is not put into the page: what a browser would clean, nobody has cleaned here. */
function textOf(words: Words): string {
  const of = new Map(words);
  const markup = of.get("text/html");
  return of.get("text/plain") ?? (markup ? markedUp(markup) : "");
}

/** What ends a line. */
const BLOCKS = "br, p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote, pre";

function markedUp(markup: string): string {
  const { body } = new DOMParser().parseFromString(markup, "text/html");
  for (const unseen of body.querySelectorAll("style, script")) unseen.remove();
  for (const block of body.querySelectorAll(BLOCKS)) block.after("\n");
  return body.textContent.trim();
}
