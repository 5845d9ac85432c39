// The index of local pages, by site: which composer to try, and in which variants.

import { element } from "../app/dom";
import { pageRoot } from "../app/page";
import { SAMPLES } from "../app/samples";
import { requests } from "../requests.json";
import table from "../surfaces.json";
import "./index.css";

const SITES = {
  facebook: "Facebook",
  x: "X",
  linkedin: "LinkedIn",
  network: "Networks you allow",
  other: "Any other site",
} as const;

const SITE_KEYS = Object.keys(SITES) as (keyof typeof SITES)[];

function link(url: string): string {
  const address = new URL(url);
  address.searchParams.set("samples", "");
  return address.href;
}

function siteCard(site: keyof typeof SITES): HTMLElement {
  const entries = table.surfaces
    .filter((surface) => surface.site === site)
    .map((surface) =>
      element("li", {}, element("a", { href: link(surface.url) }, surface.title), element("small", {}, surface.editor)),
    );
  const asking = requests
    .filter((page) => page.site === site)
    .map(({ url, title }) => element("li", {}, element("a", { href: url }, title)));
  return element("section", {}, element("h2", {}, SITES[site]), element("ul", {}, ...entries, ...asking));
}

function sample({ title, text }: { title: string; text: string }): HTMLElement {
  return element("li", {}, element("strong", {}, title), element("p", {}, text));
}

pageRoot().append(
  element("h1", {}, "Composers to try"),
  element(
    "p",
    {},
    "Local pages with the editors the sites use, under the sites' names. Nothing leaves this computer and nothing is posted.",
  ),
  element("div", { class: "sites" }, ...SITE_KEYS.map(siteCard)),
  element("h2", {}, "Texts to try"),
  element("p", {}, "Each page shows them beside its composer. Invented people, invented numbers."),
  element("ul", { class: "texts" }, ...SAMPLES.map(sample)),
);
