// The feed, whose "Start a post" opens one of the shareboxes live today (`?sharebox`). Ann's post can be passed on with words of one's own.

import "../app/samples";
import { element } from "../app/dom";
import { takeChosen } from "../app/files";
import { pageRoot, variant } from "../app/page";
import "./linkedin.css";
import { openShareDialog } from "./share-dialog";
import { openSharebox } from "./sharebox";

const ANNS_WORDS = "You saw me last week, Dr Doe, and I still wait for my results.";

const SHAREBOX = variant("sharebox", "shadow", "dialog", "modal-dialog", "iframe");
const repost = element("button", { class: "repost" }, "Repost with your thoughts");
const start = element("button", { class: "share-box-feed-entry__trigger" }, "Start a post");
pageRoot().append(
  element("div", { class: "sheet" }, start),
  element("article", {}, element("p", {}, `Ann Lee: ${ANNS_WORDS}`), repost),
);
repost.addEventListener("click", () => {
  if (SHAREBOX === "shadow")
    openSharebox(shadowRoot(), { kind: "post", preview: [annsPost("update-components-text")] });
  else openShareDialog({ isModal: false, preview: [annsPost("")] });
});
start.addEventListener("click", () => {
  if (SHAREBOX === "shadow") openSharebox(shadowRoot(), { kind: "post" });
  else if (SHAREBOX === "iframe") openFrame();
  else openShareDialog({ isModal: SHAREBOX === "modal-dialog" });
});

/** The post that is passed on, as the older sharebox shows it (by class) or the newer (by its test id). */
function annsPost(name: string): HTMLElement {
  const attributes: Record<string, string> = name ? { class: name } : { "data-testid": "expandable-text-box" };
  return element("div", { class: "sheet" }, element("strong", {}, "Ann Lee"), element("span", attributes, ANNS_WORDS));
}

/** LinkedIn's outlet for its older parts; the page's styles have to be brought in. */
function shadowRoot(): ShadowRoot {
  const known = document.getElementById("interop-outlet")?.shadowRoot;
  if (known) return known;
  const outlet = element("div", { id: "interop-outlet", class: "theme--light", "data-testid": "interop-shadowdom" });
  const root = outlet.attachShadow({ mode: "open" });
  takeChosen(root);
  const sheet = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]");
  if (sheet) {
    const copy = element("link", { rel: "stylesheet", href: sheet.href });
    copy.nonce = sheet.nonce;
    root.append(copy);
  }
  document.body.append(outlet);
  return root;
}

function openFrame(): void {
  const title = "Share box";
  document.body.append(
    element("iframe", { "data-testid": "interop-iframe", src: `/preload/sharebox/${location.search}`, title }),
  );
}
