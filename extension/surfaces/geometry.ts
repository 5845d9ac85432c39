// Where a surface of ours may lie: inside the viewport, never over the caret's line, never over a control of the page.

import type { Anchor } from "./contract";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const GAP = 6;
/** Between a surface and the edge of the viewport, CSS pixels. */
export const EDGE = 8;

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** The box moved into the viewport, as far as it fits. */
export function intoViewport(box: Box): Box {
  const left = Math.max(EDGE, Math.min(box.left, innerWidth - box.width - EDGE));
  const top = Math.max(EDGE, Math.min(box.top, innerHeight - box.height - EDGE));
  return { ...box, left, top };
}

/** A card must hold its title and its first sentence, in CSS pixels. */
const LOWEST_CARD = 110;

/** Places a card under (or over, or beside) the marked words so that it covers neither them nor the caret's line. */
export function besideWords(
  size: { width: number; height: number },
  words: readonly DOMRect[],
  caretLine: DOMRect | null,
): Box {
  const first = words[0] ?? new DOMRect(innerWidth / 2, innerHeight / 3, 0, 0);
  const last = words[words.length - 1] ?? first;
  const keepClear: Box[] = [...words, ...(caretLine ? [caretLine] : [])];
  const lowest = Math.max(last.bottom, caretLine && Math.abs(caretLine.top - last.top) < 80 ? caretLine.bottom : 0);
  const highest = Math.min(
    first.top,
    caretLine && Math.abs(caretLine.top - first.top) < 80 ? caretLine.top : Number.POSITIVE_INFINITY,
  );
  const right = Math.max(...words.map((rect) => rect.right), first.right);
  const candidates: Box[] = [
    { ...size, left: first.left, top: lowest + GAP + 4 },
    { ...size, left: first.left, top: highest - GAP - size.height },
    { ...size, left: right + GAP, top: first.top },
    { ...size, left: first.left - GAP - size.width, top: first.top },
    { ...size, left: innerWidth - size.width - EDGE, top: innerHeight - size.height - EDGE },
    { ...size, left: innerWidth - size.width - EDGE, top: EDGE },
  ];
  const fitting = candidates.map(intoViewport).find((box) => !keepClear.some((clear) => overlaps(box, clear)));
  return fitting ?? lowered(candidates[0] as Box, highest - GAP, lowest + GAP + 4);
}

/** On a small screen: as high as the larger of the two rooms above and below, and in the viewport at any rate. */
function lowered(box: Box, above: number, below: number): Box {
  const roomBelow = innerHeight - EDGE - below;
  const height = Math.max(above - EDGE, roomBelow);
  if (height < LOWEST_CARD) return intoViewport(box);
  return { ...intoViewport(box), top: height === roomBelow ? below : EDGE, height };
}

/** No control is narrower, in CSS pixels. */
const NARROWEST_CONTROL = 24;

const CONTROLS =
  "a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=menuitem],[role=switch],[role=tab],[tabindex='0']";

/** The innermost elements of the page under a box, each once. */
function* under(box: Box, isOurs: (hit: Element) => boolean): Generator<Element> {
  const columns = Math.max(1, Math.ceil(box.width / NARROWEST_CONTROL));
  const step = (box.width - 6) / columns;
  const xs = Array.from({ length: columns + 1 }, (_, column) => box.left + 3 + column * step);
  const ys = [box.top + 3, box.top + box.height / 2, box.top + box.height - 3];
  const seen = new Set<Element>();
  for (const x of xs) {
    for (const y of ys) {
      const hit = deepest(x, y, isOurs);
      if (!hit || seen.has(hit)) continue;
      seen.add(hit);
      yield hit;
    }
  }
}

/** Whether an element belongs to a control of the page other than the editor itself. */
function isControl(hit: Element, editor: Element | null): boolean {
  const control = hit.closest(CONTROLS);
  return control !== null && control !== editor && !control.contains(editor) && !editor?.contains(control);
}

/** Whether words of an element's own lie under a box. */
function hasWordsUnder(box: Box, hit: Element): boolean {
  return [...hit.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((rect) => overlaps(rect, box));
  });
}

/** The innermost element of the page at a point, under whatever is ours. */
function deepest(x: number, y: number, isOurs: (hit: Element) => boolean): Element | null {
  let hit = document.elementFromPoint(x, y);
  if (hit && isOurs(hit)) hit = document.elementsFromPoint(x, y).find((element) => !isOurs(element)) ?? null;
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** How far from its composer the chip may be put where nothing nearer is free, in its own heights. */
const FARTHEST = 4;

/**
 * Places the chip at a corner of the composer: the first of its candidates that covers neither text being typed nor a control, and no
 * words of the page (what is answered stands right above an answer) where one of them can help it.
 */
export function atComposer(
  size: { width: number; height: number },
  { box: anchor, caretLine }: Anchor,
  editor: Element | null,
  isOurs: (hit: Element) => boolean,
): Box | null {
  if (anchor.bottom < 0 || anchor.top > innerHeight || anchor.width === 0) return null;
  const within: Box = { ...size, left: anchor.right - size.width - EDGE, top: anchor.bottom - size.height - EDGE };
  const around: Box[] = [
    ...inRow(size, anchor, anchor.bottom + GAP),
    ...inRow(size, anchor, anchor.top - size.height - GAP),
    { ...size, left: anchor.right + GAP, top: anchor.bottom - size.height },
    { ...size, left: anchor.left - size.width - GAP, top: anchor.bottom - size.height },
  ];
  const clear = caretLine ? new DOMRect(anchor.left, caretLine.top - 4, anchor.width, caretLine.height + 8) : null;
  const roomy = anchor.height > size.height * 2.5;
  const isAllowed = (box: Box): boolean => isInViewport(box) && !(clear && overlaps(box, clear));
  const isFree = (box: Box): boolean => {
    if (!isAllowed(box)) return false;
    for (const hit of under(box, isOurs)) {
      if (isControl(hit, editor) || (box !== within && hasWordsUnder(box, hit))) return false;
    }
    return true;
  };
  const near = roomy ? [within, ...around] : around;
  return (
    near.find(isFree) ??
    fartherOff(size, anchor).find(isFree) ??
    near.find((box) => isAllowed(box) && ![...under(box, isOurs)].some((hit) => isControl(hit, editor))) ??
    intoViewport({ ...size, left: innerWidth, top: innerHeight })
  );
}

/** Below the composer and what belongs to it, and above what it answers, nearest first. */
function fartherOff(size: { width: number; height: number }, anchor: DOMRect): Box[] {
  const step = size.height / 2;
  const steps = Array.from({ length: FARTHEST * 2 }, (_, index) => (index + 1) * step);
  return steps.flatMap((off) =>
    [anchor.bottom + GAP + off, anchor.top - GAP - size.height - off].flatMap((top) => inRow(size, anchor, top)),
  );
}

/** At the right and the left edge of the composer; where it is narrower than the chip, as far as it takes to be seen whole. */
function inRow(size: { width: number; height: number }, anchor: DOMRect, top: number): Box[] {
  const rightmost = innerWidth - size.width - EDGE;
  return [anchor.right - size.width - EDGE, anchor.left].map((left) => ({
    ...size,
    left: Math.max(EDGE, Math.min(left, rightmost)),
    top,
  }));
}

function isInViewport({ left, top, width, height }: Box): boolean {
  return left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
}
