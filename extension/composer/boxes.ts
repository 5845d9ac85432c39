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

/** The same place in the same reading is the same range: what is drawn already need not be drawn again. */
const ranges = new WeakMap<Reading, Map<string, Range>>();

export function rangeAt({ box, start, end }: Place): Mark["range"] | null {
  const { editor, reading } = box;
  if (isTextControl(editor)) return { control: editor, start, end };
  const known = ranges.get(reading) ?? new Map<string, Range>();
  ranges.set(reading, known);
  const at = `${start}-${end}`;
  const range = known.get(at) ?? rangeOf(reading, start, end);
  if (range) known.set(at, range);
  return range;
}
