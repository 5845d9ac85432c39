// The boxes of one composer as one text: a thread's boxes are joined by a blank line, and places are mapped back. What describes its
// pictures follows, and stands in no box.

import type { Mark } from "../surfaces/contract";
import { isTextControl, type Reading, rangeOf, read } from "./reading";

export interface Box {
  readonly editor: HTMLElement;
  readonly reading: Reading;
  /** Where the box begins in the joined text. */
  readonly base: number;
}

export interface Boxes {
  readonly text: string;
  readonly list: readonly Box[];
}

/** A stretch of one box's own text. */
export interface Place {
  readonly box: Box;
  readonly start: number;
  readonly end: number;
}

const BETWEEN = "\n\n";

export function readBoxes(editors: readonly HTMLElement[], descriptions: readonly string[]): Boxes {
  const list: Box[] = [];
  let text = "";
  for (const editor of editors) {
    const reading = read(editor);
    if (list.length > 0) text += BETWEEN;
    list.push({ editor, reading, base: text.length });
    text += reading.text;
  }
  for (const description of descriptions) text += BETWEEN + description;
  return { text, list };
}

/** Where a stretch of the joined text stands; one that reaches over several boxes is cut to the first. `null`: in none. */
export function placeOf({ list }: Boxes, start: number, end: number): Place | null {
  const box = list.findLast((candidate) => candidate.base <= start);
  if (!box) return null;
  const last = box.reading.text.length;
  const place = { box, start: start - box.base, end: Math.min(end - box.base, last) };
  return place.start < place.end || (start === end && place.start <= last) ? place : null;
}

/** The ranges made for one editor: of its newest reading, and of the one before. */
interface Made {
  readonly reading: Reading;
  readonly ranges: Map<string, Range>;
  readonly before: ReadonlyMap<string, Range>;
}

const made = new WeakMap<HTMLElement, Made>();

/** A place that the edit has left alone keeps its range: what is drawn already need not be drawn again. */
export function rangeAt({ box, start, end }: Place): Mark["range"] | null {
  const { editor, reading } = box;
  if (isTextControl(editor)) return { control: editor, start, end };
  const { ranges, before } = madeFor(editor, reading);
  const at = `${start}-${end}`;
  const known = ranges.get(at);
  if (known) return known;
  const range = rangeOf(reading, start, end, before.get(at));
  if (range) ranges.set(at, range);
  return range;
}

/** Nothing of these boxes is marked: the browser need not move their ranges any more. */
export function letGo({ list }: Boxes): void {
  for (const { editor } of list) made.delete(editor);
}

function madeFor(editor: HTMLElement, reading: Reading): Made {
  const last = made.get(editor);
  if (last?.reading === reading) return last;
  const next: Made = { reading, ranges: new Map(), before: last?.ranges ?? new Map() };
  made.set(editor, next);
  return next;
}
