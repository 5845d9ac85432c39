// Making elements without a parser: the pages run under policies that allow none.

type Child = Node | string;

/** An element with its attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** One of LinkedIn's icons, known by its id in every language. */
export function icon(id: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.id = id;
  svg.setAttribute("viewBox", "0 0 10 10");
  svg.setAttribute("width", "12");
  svg.setAttribute("height", "12");
  const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  for (const [name, value] of [
    ["cx", "5"],
    ["cy", "5"],
    ["r", "4"],
  ] as const)
    dot.setAttribute(name, value);
  svg.append(dot);
  return svg;
}
