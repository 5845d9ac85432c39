// A modal dialog of ours: the page is inert while it is open, keys stay inside, and Escape is one of its answers.

import type { Host } from "./host";

export interface Modal<A> {
  readonly dialog: HTMLDialogElement;
  /** What can have the focus, in order. */
  readonly stops: readonly HTMLElement[];
  /** The control that Tab leads to first. */
  readonly first: HTMLElement;
  /** The answer of Escape, and of everything else that ends it without a choice. */
  readonly onEscape: A;
}

/** Builds a dialog whose controls call `finish`, and opens it near an element of the page. Resolves with the answer. */
export function openModal<A>(
  host: Host,
  near: Element | null,
  build: (finish: (answer: A) => void) => Modal<A>,
  signal: AbortSignal,
): Promise<A> {
  return new Promise((settle) => {
    let isOpen = true;
    const finish = (answer: A): void => {
      if (!isOpen) return;
      isOpen = false;
      removeKeys();
      place.disconnect();
      dialog.close();
      dialog.remove();
      host.clearAway();
      settle(answer);
    };
    const { dialog, stops, first, onEscape } = build(finish);
    const leave = (): void => finish(onEscape);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave();
    });
    dialog.addEventListener("close", leave);
    const removeKeys = host.onKey((event) => onKey(event, host, stops, first, leave));
    // A page may take our host away, which closes the dialog without an event; what is removed loses its size.
    const place = new ResizeObserver(() => {
      if (!dialog.matches(":modal")) leave();
    });
    signal.addEventListener("abort", leave, { once: true });
    host.place(near);
    host.layer.append(dialog);
    dialog.showModal();
    place.observe(dialog);
    dialog.querySelector("h2")?.focus();
  });
}

function onKey(
  event: KeyboardEvent,
  host: Host,
  stops: readonly HTMLElement[],
  first: HTMLElement,
  leave: () => void,
): boolean {
  if (event.key === "Escape") {
    leave();
    return true;
  }
  if (event.key !== "Tab") return false;
  // Tab past the last control would leave the page for the browser's own bars.
  const at = stops.indexOf(host.focused as HTMLElement);
  if (at < 0) (event.shiftKey ? stops.at(-1) : first)?.focus();
  else stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]?.focus();
  return true;
}
