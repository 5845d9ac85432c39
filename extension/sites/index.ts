// The adapter for a page, by its host name. A frame without one of its own (about:blank) belongs to the page around it.

import type { Site } from "../contract";
import { facebook } from "./facebook";
import { linkedin } from "./linkedin";
import { other } from "./other";
import type { Adapter } from "./site";
import { x } from "./x";

const ADAPTERS: readonly Adapter[] = [facebook, x, linkedin];

export function adapterFor(host: string): Adapter {
  return ADAPTERS.find((adapter) => adapter.hosts.includes(host)) ?? other;
}

/** The site of a host, or `null` where Chaperone runs only with the user's own permission. */
export function siteOf(host: string): Exclude<Site, "other"> | null {
  const { site } = adapterFor(host);
  return site === "other" ? null : site;
}
