// Building our own small trees without HTML strings, so that nothing a draft contains is ever parsed.

type Child = Node | string | null;

interface Options {
  class?: string;
  id?: string;
  text?: string;
  attributes?: Record<string, string>;
}

/** Makes an element with its class, attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (options.class) made.className = options.class;
  if (options.id) made.id = options.id;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {})) made.setAttribute(name, value);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A button that never submits a form of the page. */
export function button(label: string, kind: "plain" | "strong" | "quiet", press: () => void): HTMLButtonElement {
  const made = element("button", {
    class: kind === "plain" ? "button" : `button ${kind}`,
    text: label,
    attributes: { type: "button" },
  });
  presses.set(made, press);
  return made;
}

/** What each of our controls does. The host calls it, since the page must not see our clicks (see host.ts). */
export const presses = new WeakMap<Element, () => void>();
