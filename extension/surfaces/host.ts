// One host element for everything of ours: a closed shadow root in the top layer, out of reach of the page's styles and scripts.
//
// The page must neither see what is pressed in here nor take the focus away, so window-capture listeners stop every event that
// starts in the host before the page hears of it. Our own handlers inside the root would not hear of it either; therefore presses
// and keys are dispatched from here, to the control under the pointer or the one that has the focus.

import { presses } from "./dom";
import { LAYER } from "./leftovers";

const SILENCED = [
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "change",
  "focusin",
  "focusout",
  "focus",
  "blur",
] as const;
const POINTER = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "dblclick",
  "auxclick",
  "contextmenu",
  "touchstart",
  "touchend",
] as const;

export type KeyListener = (event: KeyboardEvent) => boolean;

export class Host {
  readonly root: ShadowRoot;
  readonly layer: HTMLElement;
  private readonly element: HTMLElement;
  /** Asked in turn, the newest first; the first that answers true has used the key. */
  private readonly keyListeners: KeyListener[] = [];

  constructor(css: string, signal: AbortSignal) {
    this.element = document.createElement("div");
    this.element.setAttribute("popover", "manual");
    this.root = this.element.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
    this.layer = document.createElement("div");
    this.layer.id = LAYER;
    this.layer.className = "layer";
    this.root.append(this.layer);
    this.listen(signal);
    signal.addEventListener("abort", () => this.element.remove());
  }

  /** Whether an event started in one of our surfaces. */
  owns(event: Event): boolean {
    return event.target === this.element;
  }

  is(candidate: Element): boolean {
    return candidate === this.element;
  }

  /** Puts the host where `near` can be served: an open modal dialog makes everything outside it inert, so there we live inside it. */
  place(near: Element | null): void {
    const parent = near ? modalAround(near) : null;
    const wanted = parent ?? document.documentElement;
    const moved = this.element.parentNode !== wanted || wanted.lastElementChild !== this.element;
    if (moved && (this.element.parentNode !== wanted || parent)) wanted.append(this.element);
    if (!this.element.matches(":popover-open")) this.element.showPopover();
  }

  /** In the page, wherever there. */
  stay(): void {
    if (!this.element.isConnected) this.place(null);
  }

  /** Leaves the page where nothing is shown in here nor was just said: a page need not see what holds nothing. */
  clearAway(): void {
    const isNeeded = [...this.layer.children].some((child) => !child.matches("[aria-live]:not([data-said])"));
    if (!isNeeded) this.element.remove();
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  onKey(listener: KeyListener): () => void {
    this.keyListeners.unshift(listener);
    return () => this.keyListeners.splice(this.keyListeners.indexOf(listener), 1);
  }

  private listen(signal: AbortSignal): void {
    const options = { capture: true, signal } as const;
    const ours = (event: Event): boolean =>
      event.target === this.element || (event as FocusEvent).relatedTarget === this.element;
    for (const type of SILENCED) {
      window.addEventListener(type, (event) => ours(event) && event.stopImmediatePropagation(), options);
    }
    for (const type of POINTER) {
      window.addEventListener(
        type,
        (event) => {
          if (event.target !== this.element) return;
          event.stopImmediatePropagation();
          // Pressing a button with the mouse leaves the caret where it is.
          if (type === "mousedown" && !this.takesFocus(event as MouseEvent)) event.preventDefault();
        },
        options,
      );
    }
    window.addEventListener(
      "click",
      (event) => {
        if (event.target !== this.element) return;
        event.stopImmediatePropagation();
        if (event.isTrusted) this.press(event);
      },
      options,
    );
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.target !== this.element) return;
        event.stopImmediatePropagation();
        if (this.keyListeners.some((listener) => listener(event))) event.preventDefault();
      },
      options,
    );
  }

  private press(event: MouseEvent): void {
    // A click made by Enter or Space has no place of its own: it belongs to the control that has the focus.
    const at = event.detail === 0 ? this.focused : this.root.elementFromPoint(event.clientX, event.clientY);
    for (let node = at; node; node = node.parentElement) {
      const press = presses.get(node);
      if (!press) continue;
      press();
      return;
    }
  }

  private takesFocus(event: MouseEvent): boolean {
    const at = this.root.elementFromPoint(event.clientX, event.clientY);
    // A press on a button of a dialog would take the page's selection with it, which an empty editor may not survive.
    return Boolean(at?.closest("dialog, [data-focused]")) && !at?.closest("dialog button");
  }
}

/** The open modal dialog around an element, through open shadow roots. */
function modalAround(element: Element): HTMLDialogElement | null {
  for (let part: Element | null = element; part; ) {
    const dialog = part.closest<HTMLDialogElement>("dialog:modal");
    if (dialog) return dialog;
    const root = part.getRootNode();
    part = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
