// Where the old places are after an edit, so that an underline never lags behind the text while the engine reads it again.

export interface Span {
  start: number;
  end: number;
}

/** One replacement: `removed` code units at `start` became `inserted` code units. */
export interface Edit {
  start: number;
  removed: number;
  inserted: number;
}

/** The smallest single edit between two texts, or `null` when they are equal. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, removed: before.length - start - tail, inserted: after.length - start - tail };
}

/** The span after the edit. Inside an edited span it stretches; what was wholly replaced is gone (`null`). */
export function follow(span: Span, edit: Edit): Span | null {
  const editEnd = edit.start + edit.removed;
  const shift = edit.inserted - edit.removed;
  if (edit.start >= span.end) return span;
  if (editEnd <= span.start) return { start: span.start + shift, end: span.end + shift };
  if (edit.start <= span.start && editEnd >= span.end) return null;
  const start = Math.min(span.start, edit.start + edit.inserted);
  const end = editEnd >= span.end ? edit.start : span.end + shift;
  if (edit.start <= span.start) return { start: edit.start + edit.inserted, end };
  return end > start ? { start, end } : null;
}
