// Lines under the words of a text control, which are in no node. A copy of its text lies over it inside our closed root, invisible but
// for the lines, so the page can neither see it nor read it. No highlight may ever point in here: the page could follow its range.

import type { ControlStretch } from "./contract";
import { element } from "./dom";
import type { Host } from "./host";
import type { Shape } from "./lines";
import { watchPlace } from "./place";

export interface MirrorMark {
  readonly stretch: ControlStretch;
  readonly shape: Shape;
}

export interface Mirrors {
  /** Replaces all lines of one composer. */
  show(composer: string, marks: readonly MirrorMark[]): void;
}

type Control = ControlStretch["control"];

/** What decides where the letters of a text control stand. */
const METRICS = [
  ...["fontFamily", "fontSize", "fontStyle", "fontWeight", "fontStretch", "fontVariant", "fontKerning"],
  ...["fontFeatureSettings", "fontVariationSettings", "fontSizeAdjust", "fontOpticalSizing", "textRendering"],
  ...["lineHeight", "letterSpacing", "wordSpacing", "textIndent", "textTransform", "textAlign", "direction"],
  ...["unicodeBidi", "writingMode", "tabSize", "whiteSpace", "wordBreak", "overflowWrap", "lineBreak", "hyphens"],
  ...["paddingTop", "paddingRight", "paddingBottom", "paddingLeft"],
] as const;

/** What may have moved a control, or what lies over it. */
const MOVES = ["scroll", "resize", "input", "pointerup", "keyup", "focusin", "transitionend", "animationend"] as const;

const mirrors = new WeakMap<Control, Mirror>();

/** The rectangles of a stretch in the viewport; none where it is not drawn. */
export function rectsOfStretch({ control, start, end }: ControlStretch): DOMRect[] {
  return mirrors.get(control)?.rectsOf(start, end) ?? [];
}

export function makeMirrors(host: Host, signal: AbortSignal): Mirrors {
  const shown = new Map<string, Set<Mirror>>();
  const end = (all: Iterable<Mirror>): void => {
    for (const mirror of all) mirror.end();
  };
  signal.addEventListener("abort", () => {
    for (const all of shown.values()) end(all);
  });
  return {
    show(composer, marks) {
      const before = shown.get(composer) ?? new Set<Mirror>();
      const now = new Set<Mirror>();
      for (const control of new Set(marks.map(({ stretch }) => stretch.control))) {
        const mirror = mirrors.get(control) ?? new Mirror(host, control);
        mirror.draw(marks.filter(({ stretch }) => stretch.control === control));
        now.add(mirror);
      }
      end([...before].filter((mirror) => !now.has(mirror)));
      if (now.size > 0) shown.set(composer, now);
      else shown.delete(composer);
    },
  };
}

class Mirror {
  /** The part of the control in which its text is seen; `text` may be larger and scrolled. */
  private readonly window: HTMLElement;
  private readonly text: HTMLElement;
  private readonly ending = new AbortController();
  private drawn = "";
  private frame = 0;

  constructor(
    private readonly host: Host,
    private readonly control: Control,
  ) {
    this.text = element("div", { class: "mirror-text" });
    this.window = element("div", { class: "mirror", attributes: { "aria-hidden": "true" } }, this.text);
    host.layer.prepend(this.window);
    mirrors.set(control, this);
    const { signal } = this.ending;
    const follow = (): void => this.follow();
    for (const type of MOVES) window.addEventListener(type, follow, { capture: true, passive: true, signal });
    document.fonts.addEventListener("loadingdone", follow, { signal });
    watchPlace(control, follow, signal);
    const size = new ResizeObserver(follow);
    size.observe(control);
    const looks = new MutationObserver(follow);
    looks.observe(control, { attributes: true, attributeFilter: ["class", "style"] });
    signal.addEventListener("abort", () => {
      size.disconnect();
      looks.disconnect();
      cancelAnimationFrame(this.frame);
    });
  }

  draw(marks: readonly MirrorMark[]): void {
    const { value } = this.control;
    const pieces: Node[] = [];
    let at = 0;
    for (const { stretch, shape } of [...marks].sort((a, b) => a.stretch.start - b.stretch.start)) {
      // Of two that overlap the first keeps its words: a line over a line says nothing.
      const start = Math.max(at, stretch.start);
      if (start >= stretch.end) continue;
      pieces.push(document.createTextNode(value.slice(at, start)));
      pieces.push(element("span", { class: shape, text: value.slice(start, stretch.end) }));
      at = stretch.end;
    }
    this.text.replaceChildren(...pieces, document.createTextNode(value.slice(at)));
    this.drawn = value;
    this.lay();
  }

  rectsOf(start: number, end: number): DOMRect[] {
    const [from, to] = [this.pointAt(start), this.pointAt(end)];
    if (!from || !to || this.window.hidden) return [];
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    const seen = this.window.getBoundingClientRect();
    return [...range.getClientRects()].filter(({ top, bottom }) => bottom > seen.top && top < seen.bottom);
  }

  end(): void {
    this.ending.abort();
    this.window.remove();
    if (mirrors.get(this.control) === this) mirrors.delete(this.control);
  }

  private pointAt(offset: number): [Node, number] | null {
    let before = 0;
    for (const child of this.text.childNodes) {
      const letters = child.firstChild ?? child;
      const length = letters.textContent?.length ?? 0;
      if (offset <= before + length && length > 0) return [letters, offset - before];
      before += length;
    }
    return null;
  }

  private follow(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.lay();
    });
  }

  private lay(): void {
    const { control, text } = this;
    // A page may have put another text in without a word: lines under the wrong words would be worse than none.
    this.window.hidden = control.value !== this.drawn || !control.isConnected || !control.checkVisibility();
    if (this.window.hidden) return;
    const style = getComputedStyle(control);
    for (const metric of METRICS) text.style[metric] = style[metric];
    const isLine = control instanceof HTMLInputElement;
    text.classList.toggle("line", isLine);
    if (isLine) text.style.whiteSpace = "pre";
    text.style.width = isLine ? "max-content" : `${control.clientWidth}px`;
    text.style.minWidth = `${control.clientWidth}px`;
    text.style.minHeight = `${control.clientHeight}px`;
    text.style.translate = `${-control.scrollLeft}px ${-control.scrollTop}px`;
    const box = control.getBoundingClientRect();
    const scale = control.offsetWidth > 0 ? box.width / control.offsetWidth : 1;
    Object.assign(this.window.style, {
      left: `${box.left + control.clientLeft * scale}px`,
      top: `${box.top + control.clientTop * scale}px`,
      width: `${control.clientWidth}px`,
      height: `${control.clientHeight}px`,
      scale: `${scale}`,
      clipPath: clipOf(control, scale),
    });
    for (const piece of text.children) {
      if (piece instanceof HTMLElement) piece.classList.toggle("covered", this.isCovered(piece));
    }
  }

  /** We are drawn above everything of the page; where something of the page lies over the words, their line must not show. */
  private isCovered(piece: HTMLElement): boolean {
    const [box] = piece.getClientRects();
    if (!box) return false;
    const root = this.control.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return hit !== null && hit !== this.control && !this.host.is(hit) && !hit.contains(this.control);
  }
}

/** Cuts off what the parts of the page around the control cut off. */
function clipOf(control: Control, scale: number): string {
  const own = control.getBoundingClientRect();
  const edges = { top: own.top, right: own.right, bottom: own.bottom, left: own.left };
  for (let around = control.parentElement; around && around !== document.body; around = around.parentElement) {
    if (getComputedStyle(around).overflow === "visible") continue;
    const box = around.getBoundingClientRect();
    edges.top = Math.max(edges.top, box.top);
    edges.right = Math.min(edges.right, box.right);
    edges.bottom = Math.min(edges.bottom, box.bottom);
    edges.left = Math.max(edges.left, box.left);
  }
  const cut = [edges.top - own.top, own.right - edges.right, own.bottom - edges.bottom, edges.left - own.left];
  return cut.every((length) => length <= 0) ? "none" : `inset(${cut.map((length) => `${length / scale}px`).join(" ")})`;
}
