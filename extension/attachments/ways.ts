// The ways files come to a page: chosen, dropped, pasted. Each event is stopped before the page hears of it and made again once,
// with the files that are handed on.

import { keepPaste } from "./paste";
import { ownTransfer, pageTransfer, type Words, wordsOf } from "./transfer";

/** Files on their way to the page. */
export interface Arrival {
  readonly files: readonly File[];
  /** Where in the page they arrive. */
  readonly target: Element;
  /** Makes the event again, once, with these files; with none the page hears nothing. */
  handOn(files: readonly File[]): void;
}

/** Calls `arrived` with what was stopped. `needed`: whether these files have to be looked at; others pass untouched. */
export function watchFiles(
  needed: (files: readonly File[]) => boolean,
  arrived: (arrival: Arrival) => void,
  expected: () => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal } as const;
  /** Inputs whose files are being looked at: the second event of the same choice is stopped too. */
  const held = new WeakSet<HTMLInputElement>();
  /** The events made here are let through. */
  let handingOn = false;
  const make = (events: () => void): void => {
    handingOn = true;
    try {
      events();
    } finally {
      handingOn = false;
    }
  };
  const stop = (event: Event, arrival: Arrival): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    arrived(once(arrival));
  };

  const chosen = (event: Event): void => {
    const [input] = event.composedPath();
    if (handingOn || !isFileInput(input)) return;
    if (held.has(input)) {
      event.stopImmediatePropagation();
      return;
    }
    const arrival = choiceOf(input);
    if (arrival) stop(event, arrival);
  };
  /** `null`: what was chosen need not be looked at. */
  const choiceOf = (input: HTMLInputElement): Arrival | null => {
    const files = [...(input.files ?? [])];
    if (!needed(files)) return null;
    held.add(input);
    const handOn = (some: readonly File[]): void => {
      held.delete(input);
      const now = [...(input.files ?? [])];
      if (isSame(now, files)) {
        make(() => choose(input, files, some));
        return;
      }
      // The user has chosen anew meanwhile, and the answer was about what is gone. Of the new the page has heard nothing yet.
      const anew = choiceOf(input);
      if (anew) arrived(once(anew));
      else make(() => choose(input, now, now));
    };
    return { files, target: input, handOn };
  };
  const roots = new WeakSet<Node>();
  /** Events of inputs do not leave a shadow tree, so each tree is listened to once it was pressed or entered. */
  const listen = (root: Window | ShadowRoot): void => {
    const node = root instanceof ShadowRoot ? root : document;
    if (roots.has(node)) return;
    roots.add(node);
    root.addEventListener("input", chosen, options);
    root.addEventListener("change", chosen, options);
  };
  const entered = (event: Event): void => {
    for (const step of event.composedPath()) if (step instanceof ShadowRoot) listen(step);
  };
  listen(window);
  window.addEventListener("focusin", entered, options);

  window.addEventListener(
    "drop",
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const [target] = event.composedPath();
      if (handingOn || !(target instanceof Element) || !needed(files) || hasFolder(event.dataTransfer)) return;
      const { clientX, clientY, ctrlKey, shiftKey, altKey, metaKey } = event;
      const where = { clientX, clientY, ctrlKey, shiftKey, altKey, metaKey };
      const words = wordsOf(event.dataTransfer);
      stop(event, { files, target, handOn: (some) => make(() => drop(target, where, words, some)) });
    },
    options,
  );
  window.addEventListener(
    "paste",
    (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const [target] = event.composedPath();
      if (handingOn || !(target instanceof Element) || !needed(files)) return;
      const paste = keepPaste(target, wordsOf(event.clipboardData));
      stop(event, { files, target, handOn: (some) => make(() => paste(some)) });
    },
    options,
  );

  // A choice is near: what looks at the files can be made ready.
  window.addEventListener(
    "click",
    (event) => {
      entered(event);
      if (isFileInput(event.composedPath()[0])) expected();
    },
    options,
  );
  window.addEventListener("dragenter", (event) => event.dataTransfer?.types.includes("Files") && expected(), options);
}

/** An arrival that is handed on once, whatever happens. */
function once(arrival: Arrival): Arrival {
  let isOver = false;
  return {
    ...arrival,
    handOn(files) {
      if (isOver) return;
      isOver = true;
      arrival.handOn(files);
    },
  };
}

function isSame(some: readonly File[], others: readonly File[]): boolean {
  return some.length === others.length && some.every((file, index) => file === others[index]);
}

/** No script can make a drop that has a folder in it, so such a drop is left to the page. */
function hasFolder(data: DataTransfer | null): boolean {
  return [...(data?.items ?? [])].some((item) => item.webkitGetAsEntry()?.isDirectory ?? false);
}

function isFileInput(target: EventTarget | undefined): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === "file";
}

function choose(input: HTMLInputElement, before: readonly File[], files: readonly File[]): void {
  if (files.length === 0) {
    input.value = "";
    return;
  }
  if (!isSame(files, before)) input.files = ownTransfer(files).files;
  input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function drop(target: Element, where: DragEventInit, words: Words, files: readonly File[]): void {
  if (files.length === 0) {
    // So that the page takes its drop zone away again.
    target.dispatchEvent(new DragEvent("dragleave", { ...where, bubbles: true, composed: true }));
    return;
  }
  const dataTransfer = pageTransfer(files, words);
  target.dispatchEvent(
    new DragEvent("drop", { ...where, bubbles: true, cancelable: true, composed: true, dataTransfer }),
  );
}
