// Small helpers of the popup's parts.

/** A part of popup.html by its id; a missing one is a mistake in the page itself. */
export function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const node = document.getElementById(id);
  if (!(node instanceof kind)) throw new Error(`popup.html has no ${kind.name} #${id}`);
  return node;
}

/** Says something to screen readers. */
export function say(sentence: string): void {
  part("said", HTMLDivElement).textContent = sentence;
}
