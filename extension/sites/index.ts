// The adapters for a page, by its host name. A frame without one of its own (about:blank) belongs to the page around it.

import type { Site } from "../contract";
import type { SiteKey } from "../settings/schema";
import { facebook } from "./facebook";
import { linkedin } from "./linkedin";
import { ANYWHERE, NETWORKS } from "./networks";
import { other } from "./other";
import type { Adapter } from "./site";
import { x } from "./x";

/** Built in: the extension's manifest names their hosts. */
const NAMED: readonly Adapter[] = [facebook, x, linkedin];

/** The adapters that may know an editor of this page, in the order in which they are asked. The first is the site's own. */
export function adaptersFor(host: string): readonly [Adapter, ...Adapter[]] {
  const named = NAMED.find((adapter) => adapter.hosts.includes(host));
  if (named) return [named, beside(named)];
  const network = NETWORKS.find((adapter) => adapter.hosts.includes(host));
  if (network) return [network, beside(network)];
  const [first, ...rest] = [...ANYWHERE, other].map((adapter) => ({ ...adapter, name: host }));
  return [first ?? other, ...rest];
}

/** Takes over the boxes that a site's own adapter does not know, and leaves it those it does. */
function beside(own: Adapter): Adapter {
  const { site, name, pageAllowsWasm } = own;
  const editors: Adapter["editors"] = (place) => other.editors(place).filter((box) => own.scopeOf(box) === null);
  return { ...other, site, name, pageAllowsWasm, editors, takesOver: true };
}

/** The site at a host, and how settings name it. */
export function siteAt(host: string): { site: Site; key: SiteKey } {
  const [{ site }] = adaptersFor(host);
  return { site, key: site === "other" ? host : site };
}

/** Whether a recorded policy lets the engine run in the site's pages in Chromium. */
export function allowsWasm(site: Site): boolean {
  return NAMED.some((adapter) => adapter.site === site && adapter.pageAllowsWasm !== null);
}
