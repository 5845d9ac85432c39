// Underlines by the CSS Custom Highlight API: no node of the page changes.
//
// The registry is shared with the page, so names are slices of a secret, there is one highlight per line shape, and the order of the
// shapes is the secret's too: a page can see that something underlines, and where, not what was found. The secret is the same for a
// whole page, since Firefox keeps the highlights of a script whose extension was updated (`leftovers.ts`). Text on a dark ground gets
// lighter lines.

import type { Severity } from "../contract";
import type { ControlStretch, Mark, Underline } from "./contract";
import { type Ground, linesCss, SHAPES, type Shape, severityOf } from "./lines";
import { type MirrorMark, type Mirrors, rectsOfStretch } from "./mirror";

const RANK: Record<Severity, number> = { note: 0, warn: 1, stop: 2 };

interface Entry {
  root: Document | ShadowRoot;
  marks: readonly Mark[];
  ground: Ground;
}

export function makeUnderline(
  mirrors: Mirrors,
  signal: AbortSignal,
  insertCss: (css: string) => Promise<void>,
): Underline {
  let names = new Map<Shape, string>();
  let css = "";
  const highlights = new Map<Shape, Highlight>();
  /** How many ranges each of them was given. */
  const sizes = new Map<Shape, number>();
  const entries = new Map<string, Entry>();
  const styled = new WeakSet<Document | ShadowRoot>();

  function dress(root: Document | ShadowRoot): void {
    if (styled.has(root)) return;
    styled.add(root);
    if (root instanceof Document) {
      void insertCss(css);
      return;
    }
    // Firefox does not let a document's highlight rules reach into a shadow tree.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  function rangesByShape(): Map<Shape, AbstractRange[]> {
    const wanted = new Map<Shape, AbstractRange[]>();
    for (const { marks, ground } of entries.values()) {
      for (const { finding, range } of marks) {
        if (isStretch(range)) continue;
        const shape: Shape = `${finding.severity}-${ground}`;
        const ranges = wanted.get(shape);
        if (ranges) ranges.push(range);
        else wanted.set(shape, [range]);
      }
    }
    return wanted;
  }

  function drawShape(shape: Shape, name: string, ranges: readonly AbstractRange[]): void {
    const drawn = highlights.get(shape) ?? new Highlight();
    drawn.clear();
    for (const range of ranges) drawn.add(range);
    drawn.priority = RANK[severityOf(shape)];
    highlights.set(shape, drawn);
    sizes.set(shape, drawn.size);
    if (CSS.highlights.get(name) !== drawn) CSS.highlights.set(name, drawn);
  }

  /** A page may clear the shared registry, or a highlight in it. */
  function stands(): boolean {
    for (const [shape, drawn] of highlights) {
      if (drawn.size !== sizes.get(shape) || CSS.highlights.get(names.get(shape) ?? "") !== drawn) return false;
    }
    return true;
  }

  function draw(): void {
    const wanted = rangesByShape();
    for (const [shape, name] of names) {
      const ranges = wanted.get(shape);
      if (ranges) drawShape(shape, name, ranges);
      else if (highlights.delete(shape)) CSS.highlights.delete(name);
    }
  }

  signal.addEventListener("abort", () => {
    entries.clear();
    draw();
  });

  return {
    name(secret) {
      if (names.size > 0) return;
      names = namesFrom(secret);
      css = linesCss((shape) => `::highlight(${names.get(shape)})`);
    },
    show(composer, root, marks) {
      mirrors.show(composer, marks.flatMap(onControl));
      if (marks.length === 0) {
        if (entries.delete(composer)) draw();
        return;
      }
      dress(root);
      const known = entries.get(composer);
      const ground = known?.root === root ? known.ground : groundBehind(placeOf(marks[0]));
      entries.set(composer, { root, marks, ground });
      if (!known || known.root !== root || !isDrawnAlike(known.marks, marks) || !stands()) draw();
    },
    clear(composer) {
      mirrors.show(composer, []);
      if (entries.delete(composer)) draw();
    },
    at(x, y) {
      let found: Mark | null = null;
      for (const { marks } of entries.values()) {
        for (const mark of marks) {
          if (found && RANK[found.finding.severity] >= RANK[mark.finding.severity]) continue;
          if (rectsOf(mark.range).some((rect) => contains(rect, x, y))) found = mark;
        }
      }
      return found;
    },
  };
}

/** The rectangles of marked words in the viewport; none when they have gone. */
export function rectsOf(range: Mark["range"]): DOMRect[] {
  return isStretch(range) ? rectsOfStretch(range) : [...range.getClientRects()];
}

function isDrawnAlike(some: readonly Mark[], others: readonly Mark[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ range, finding }, index) => {
      const other = others[index];
      return range === other?.range && finding.severity === other.finding.severity;
    })
  );
}

function isStretch(range: Mark["range"]): range is ControlStretch {
  return "control" in range;
}

function placeOf(mark: Mark | undefined): Node | null {
  if (!mark) return null;
  return isStretch(mark.range) ? mark.range.control : mark.range.startContainer;
}

function onControl({ finding, range }: Mark): MirrorMark[] {
  return isStretch(range) ? [{ stretch: range, shape: `${finding.severity}-${groundBehind(range.control)}` }] : [];
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  // The line is drawn below the letters, so the sensitive box reaches a little lower.
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom + 4;
}

/** Whether text stands on a light or a dark ground, whatever the browser's own scheme is. */
export function groundBehind(start: Node | null): Ground {
  let node = start;
  while (node) {
    if (node instanceof Element) {
      const parts =
        getComputedStyle(node)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
      if (parts.length >= 3 && alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return "light";
}

/** The name of each line shape, by the page's secret. */
export function namesFrom(secret: string): Map<Shape, string> {
  const length = Math.floor(secret.length / SHAPES.length);
  const named = SHAPES.map((shape, at) => [shape, `h${secret.slice(at * length, (at + 1) * length)}`] as const);
  return new Map(named.sort(([, one], [, other]) => one.localeCompare(other)));
}
