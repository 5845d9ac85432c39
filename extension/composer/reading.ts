// The text of one editor together with the map from its offsets back to the page's nodes, made in one walk, so that the two
// cannot disagree. Offsets are UTF-16 code units.

/** A stretch of text and the node it comes from. `whole`: the node counts as one piece (a picture of an emoji, a mention). */
interface Run {
  start: number;
  end: number;
  node: Text | Element;
  whole: boolean;
}

export interface Reading {
  readonly text: string;
  /** In the order of the text; empty for a text control, which has no nodes of its own. */
  readonly runs: readonly Run[];
}

export type TextControl = HTMLTextAreaElement | HTMLInputElement;

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
/** What holds no words of the author, or only those of a control. */
const SILENT = new Set("BUTTON INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO".split(" "));

export function isTextControl(element: Element): element is TextControl {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

export function read(editor: Element): Reading {
  return isTextControl(editor) ? { text: editor.value, runs: [] } : new Walk().over(editor);
}

/** The visible text of something that is not being edited (a post that is being answered). */
export function readStill(element: Element): string {
  return new Walk().over(element).text.trim();
}

class Walk {
  private text = "";
  private readonly runs: Run[] = [];
  /** A block has ended: what follows stands on a new line. */
  private blockEnded = false;
  /** Line breaks that show only if something follows them in the same block. */
  private breaks = 0;

  over(root: Element): Reading {
    this.children(root);
    return { text: this.text, runs: this.runs };
  }

  private children(parent: Node): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) this.visit(child);
  }

  private visit(node: Node): void {
    if (node instanceof Text) {
      if (node.data) this.add(node, node.data, false);
    } else if (node instanceof Element) {
      this.element(node);
    }
  }

  private element(element: Element): void {
    const tag = element.tagName.toUpperCase();
    if (SILENT.has(tag)) return;
    if (tag === "BR") {
      this.breaks += 1;
    } else if (tag === "IMG") {
      const alt = element.getAttribute("alt");
      if (alt) this.add(element, alt, true);
    } else if (element.getAttribute("contenteditable") === "false") {
      this.island(element, BLOCKS.has(tag));
    } else if (BLOCKS.has(tag)) {
      this.openBlock();
      this.children(element);
      this.closeBlock();
    } else {
      this.children(element);
    }
  }

  /** An inline island is a mention and part of the sentence; a block is a preview or a placeholder and is not the author's text. */
  private island(element: Element, block: boolean): void {
    const words = element.textContent;
    if (!block && words) this.add(element, words, true);
  }

  private openBlock(): void {
    this.flushBreaks();
    if (this.blockEnded) this.text += "\n";
    this.blockEnded = false;
  }

  private closeBlock(): void {
    // The last break of a block makes room for the caret and shows no line of its own.
    this.breaks = Math.max(0, this.breaks - 1);
    this.flushBreaks();
    this.blockEnded = true;
  }

  private flushBreaks(): void {
    this.text += "\n".repeat(this.breaks);
    this.breaks = 0;
  }

  private add(node: Text | Element, words: string, whole: boolean): void {
    if (this.blockEnded) this.text += "\n";
    this.blockEnded = false;
    this.flushBreaks();
    const start = this.text.length;
    this.text += words;
    this.runs.push({ start, end: this.text.length, node, whole });
  }
}

/** The place of a stretch of text in the page, or `null` when no node holds any of it. It is `known` when that still stands there. */
export function rangeOf(reading: Reading, start: number, end: number, known?: Range): Range | null {
  const { runs } = reading;
  const first = runs[firstIndex(runs, (run) => run.end > start)];
  const last = runs[firstIndex(runs, (run) => run.end >= end)] ?? runs.at(-1);
  if (!first || !last || first.start >= end) return null;
  const from = Math.max(0, start - first.start);
  const to = Math.max(0, Math.min(end, last.end) - last.start);
  if (known && !first.whole && !last.whole && stands(known, first.node, from, last.node, to)) return known;
  const range = document.createRange();
  if (first.whole) range.setStartBefore(first.node);
  else range.setStart(first.node, from);
  if (last.whole) range.setEndAfter(last.node);
  else range.setEnd(last.node, to);
  return range;
}

function stands(range: Range, first: Node, from: number, last: Node, to: number): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return startOffset === from && endOffset === to && startContainer === first && endContainer === last;
}

/** Whether a stretch of text lies within one text node. */
export function inOneNode(range: Range): boolean {
  return range.startContainer === range.endContainer && range.startContainer instanceof Text;
}

/** The place of a caret in the page, or `null` when the text is empty. */
export function pointAt({ runs }: Reading, offset: number): [Node, number] | null {
  const run = runs[firstIndex(runs, (candidate) => candidate.end >= offset)] ?? runs.at(-1);
  if (!run) return null;
  if (!run.whole) return [run.node, Math.max(0, Math.min(offset, run.end) - run.start)];
  const range = document.createRange();
  range.selectNode(run.node);
  range.collapse(offset <= run.start);
  return [range.startContainer, range.startOffset];
}

/** The offset of a place in the page (a caret), or `null` when it lies outside the reading. */
export function offsetOf(editor: Element, reading: Reading, node: Node, offset: number): number | null {
  if (!editor.contains(node)) return null;
  const run = reading.runs.find((candidate) => candidate.node === node);
  if (run) return run.start + (run.whole ? 0 : Math.min(offset, run.end - run.start));
  const point = document.createRange();
  point.setStart(node, offset);
  const after = reading.runs[firstIndex(reading.runs, (candidate) => point.comparePoint(candidate.node, 0) >= 0)];
  return after ? after.start : reading.text.length;
}

function firstIndex(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && holds(run)) high = middle;
    else low = middle + 1;
  }
  return low;
}
