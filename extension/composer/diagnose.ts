// What of an adapter still holds on a page: its own selectors with yes or no, and nothing of the page.

import type { Diagnostics } from "../background/messages";
import { kindOf } from "../editors";
import type { Adapter } from "../sites/site";

export function diagnose(adapter: Adapter, editor: HTMLElement): Omit<Diagnostics, "gaps" | "audience"> {
  const root = editor.getRootNode() as Document | ShadowRoot;
  const isThere = (selector: string): boolean => [document, root].some((part) => part.querySelector(selector) !== null);
  const probes = adapter.probes.map((selector) => ({ selector, found: isThere(selector) }));
  return { site: adapter.name, editor: kindOf(editor).kind, probes };
}
