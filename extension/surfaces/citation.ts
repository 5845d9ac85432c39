// Where the profession's guidance says it, as cards and questions show it.

import type { Guidance } from "../contract";
import { element } from "./dom";

/** One line with a link, or in bold where no address is known. */
export function citation(guidance: Guidance): HTMLElement {
  const parts = [guidance.body, guidance.title, guidance.year === null ? null : String(guidance.year)]
    .filter(Boolean)
    .join(", ");
  const line = guidance.paragraph ? `${parts}, ${guidance.paragraph}` : parts;
  const source = guidance.url
    ? element("a", { text: line, attributes: { href: guidance.url, target: "_blank", rel: "noopener noreferrer" } })
    : element("strong", { text: line });
  return element("p", { class: "cite" }, source, guidance.caveat ? ` (${guidance.caveat})` : "");
}
