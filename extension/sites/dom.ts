// Small questions that all adapters ask of a page.

import { kindOf } from "../attachments/attached";
import { readStill } from "../composer/reading";
import type { Attachment } from "../contract";

/** Longest answered text handed to the engine, in UTF-16 code units: beyond it the page is quoting something else. */
const MAX_ANSWERED = 10_000;

/** Words compared the way sites vary them: case, spaces and a full stop at the end do not matter. */
export function plain(words: string): string {
  return words
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/[.。…]+$/, "")
    .toLocaleLowerCase("en");
}

/** The name a control goes by: its label, else its text. */
export function nameOf(element: Element): string {
  return plain(element.getAttribute("aria-label") ?? textOf(element));
}

/** The text of a control, its lines kept. Never `innerText`, which has the whole page laid out. */
export const textOf = readStill;

export function isOneOf(words: readonly string[], name: string): boolean {
  return words.some((word) => plain(word) === name);
}

/** Selects what is labelled with one of these words, or with one of them and something after it, such as a name. */
export function labelled(words: readonly string[]): string {
  return words
    .map((word) => `[aria-label=${JSON.stringify(word)} i], [aria-label^=${JSON.stringify(`${word} `)} i]`)
    .join(", ");
}

/** Selects what has a label that begins, and ends where an end is known, like one of these pairs, whatever name stands between. */
export function labelledAround(pairs: readonly (readonly [start: string, end: string])[]): string {
  return pairs
    .map(([start, end]) => {
      const ends = end && `[aria-label$=${JSON.stringify(end)} i]`;
      return `[aria-label^=${JSON.stringify(start)} i]${ends}`;
    })
    .join(", ");
}

export function isShown(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return (
    box.width > 0 &&
    box.height > 0 &&
    box.right > 0 &&
    box.bottom > 0 &&
    box.left < window.innerWidth &&
    box.top < window.innerHeight
  );
}

export function isEnabled(element: Element): boolean {
  return !element.hasAttribute("disabled") && element.getAttribute("aria-disabled") !== "true";
}

/** The smallest part of the page around `element` in which `selector` matches something, or `null`. */
export function smallestAround(element: Element, selector: string): Element | null {
  for (let part: Element | null = element.parentElement; part; part = part.parentElement) {
    if (part.querySelector(selector)) return part;
  }
  return null;
}

/**
 * The last message of the other side above an editor, in the smallest part of the page that has any. `null` where further boxes are in that
 * part: what stands there may belong to somebody else's chat.
 */
export function lastReceived(editor: HTMLElement, received: string): string | null {
  const chat = smallestAround(editor, received);
  if (!chat) return null;
  const boxes = chat.querySelectorAll('[contenteditable="true"][role="textbox"], textarea');
  if ([...boxes].some((box) => box !== editor)) return null;
  return answeredText(lastBefore(editor, chat.querySelectorAll(received)));
}

/** The last of the elements that stands before `place` in the page or around it. */
export function lastBefore(place: Element, candidates: Iterable<Element>): Element | null {
  let last: Element | null = null;
  for (const candidate of candidates) {
    const order = place.compareDocumentPosition(candidate);
    if (order & (Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINS)) last = candidate;
  }
  return last;
}

/** The first of the elements that stands after `place` in the page. */
export function firstAfter(place: Element, candidates: Iterable<Element>): Element | null {
  for (const candidate of candidates) {
    if (place.compareDocumentPosition(candidate) & Node.DOCUMENT_POSITION_FOLLOWING) return candidate;
  }
  return null;
}

export function answeredText(element: Element | null | undefined): string | null {
  const words = element ? readStill(element).slice(0, MAX_ANSWERED) : "";
  return words || null;
}

/** The words of `around` up to `part`, which is inside it. */
export function textBefore(part: Element, around: Element): string | null {
  const range = document.createRange();
  range.setStart(around, 0);
  range.setEndBefore(part);
  return range.toString().trim().slice(0, MAX_ANSWERED) || null;
}

/** Files chosen in the scope's file inputs, else what its previews show. */
export function attachmentsIn(scope: Element): Attachment[] {
  const inputs = [...scope.querySelectorAll<HTMLInputElement>('input[type="file"]')];
  const files = inputs.flatMap((input) => [...(input.files ?? [])]);
  if (files.length > 0) return files.map((file) => ({ kind: kindOf(file.type), name: file.name }));
  const previews = scope.querySelectorAll('img[src^="blob:"], video');
  return [...previews].map((preview) => ({ kind: preview.tagName === "IMG" ? "image" : "video", name: "" }));
}

/** Enter with the control or command key and nothing else. */
export function isCommandEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

/** Enter alone. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}

/** On a panel beside the one that is shown: its middle is outside the viewport, or clipped away by what lies around it. */
export function isBesideTheScreen(element: Element): boolean {
  const box = element.getBoundingClientRect();
  const middle = box.left + box.width / 2;
  if (middle < 0 || middle > innerWidth) return true;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { left, right } = around.getBoundingClientRect();
    if ((middle < left || middle > right) && getComputedStyle(around).overflowX !== "visible") return true;
  }
  return false;
}

/** Behind a dialog or another layer of the page: what lies uppermost over its middle has nothing to do with it. */
export function isCovered(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const box = element.getBoundingClientRect();
  const over = root.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  // What lies beside the body is ours.
  const uppermost = over.find((layer) => layer.parentElement !== document.documentElement || layer === document.body);
  return uppermost !== undefined && !uppermost.contains(element) && !element.contains(uppermost);
}
