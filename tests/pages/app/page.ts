// What every local page offers to a person and to a test: the variant asked for in the address, what was posted, and the
// composers with the text their editor's own model holds (which is not always what the page shows).

import { takeFiles } from "./files";

/** One editor, seen from the page's side. */
export interface PageEditor {
  readonly root: HTMLElement;
  /** The text of the editor's model, lines joined by a line feed. */
  text(): string;
  /** Replaces the whole text through the model. */
  set(text: string): void;
}

/** Something that went out. */
export interface Posted {
  kind: string;
  text: string;
  /** Milliseconds since the page was opened. */
  at: number;
  /** Whether the event that sent it was the user's own. */
  trusted: boolean;
}

declare global {
  interface Window {
    __posts: Posted[];
    __editors: Set<PageEditor>;
  }
}

window.__posts = [];
window.__editors = new Set();
takeFiles();

// The server counts them beside the reports that the browser itself sends.
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  navigator.sendBeacon("/csp/seen", `${effectiveDirective} ${blockedURI}`);
});

const query = new URLSearchParams(location.search);

/** The value of a variant in the address, one of `allowed`; the first is the default. */
export function variant<T extends string>(name: string, ...allowed: [T, ...T[]]): T {
  const asked = query.get(name);
  return allowed.find((value) => value === asked) ?? allowed[0];
}

/** Makes an editor known for as long as it is on the page. */
export function announce(editor: PageEditor): () => void {
  window.__editors.add(editor);
  return () => window.__editors.delete(editor);
}

/** The element the page is built in. */
export function pageRoot(): HTMLElement {
  const root = document.getElementById("root");
  if (!root) throw new Error("shell.html has no #root");
  return root;
}
