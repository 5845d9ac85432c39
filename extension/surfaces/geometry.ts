// Where a surface of ours may lie: inside the viewport, never over the caret's line, never over a control of the page.

import type { Anchor } from "./contract";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 6;
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

/** Whether a box would cover a control of the page other than the editor itself. */
function coversControl(box: Box, editor: Element | null, isOurs: (hit: Element) => boolean): boolean {
  const columns = Math.max(1, Math.ceil(box.width / NARROWEST_CONTROL));
  const step = (box.width - 6) / columns;
  const xs = Array.from({ length: columns + 1 }, (_, column) => box.left + 3 + column * step);
  const ys = [box.top + 3, box.top + box.height / 2, box.top + box.height - 3];
  for (const x of xs) {
    for (const y of ys) {
      const hit = deepest(x, y, isOurs);
      const control = hit?.closest(CONTROLS);
      if (control && control !== editor && !control.contains(editor) && !editor?.contains(control)) return true;
    }
  }
  return false;
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

/** Places the chip at a corner of the composer: the first of its candidates that covers neither text being typed nor a control. */
export function atComposer(
  size: { width: number; height: number },
  { box: anchor, caretLine }: Anchor,
  editor: Element | null,
  isOurs: (hit: Element) => boolean,
): Box | null {
  if (anchor.bottom < 0 || anchor.top > innerHeight || anchor.width === 0) return null;
  const right = anchor.right - size.width - EDGE;
  const candidates: Box[] = [
    { ...size, left: right, top: anchor.bottom - size.height - EDGE },
    { ...size, left: right, top: anchor.bottom + GAP },
    { ...size, left: anchor.left, top: anchor.bottom + GAP },
    { ...size, left: right, top: anchor.top - size.height - GAP },
    { ...size, left: anchor.left, top: anchor.top - size.height - GAP },
    { ...size, left: anchor.right + GAP, top: anchor.bottom - size.height },
    { ...size, left: anchor.left - size.width - GAP, top: anchor.bottom - size.height },
  ];
  const clear = caretLine ? new DOMRect(anchor.left, caretLine.top - 4, anchor.width, caretLine.height + 8) : null;
  const roomy = anchor.height > size.height * 2.5;
  const allowed = candidates
    .filter((_, index) => index > 0 || roomy)
    .filter(
      (box) =>
        box.left >= 0 && box.top >= 0 && box.left + box.width <= innerWidth && box.top + box.height <= innerHeight,
    )
    .filter((box) => !clear || !overlaps(box, clear));
  return (
    allowed.find((box) => !coversControl(box, editor, isOurs)) ??
    intoViewport({ ...size, left: innerWidth, top: innerHeight })
  );
}
