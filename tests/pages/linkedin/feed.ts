// The feed, whose "Start a post" opens one of the shareboxes live today (`?sharebox`).

import "../app/samples";
import { element } from "../app/dom";
import { takeChosen } from "../app/files";
import { pageRoot, variant } from "../app/page";
import "./linkedin.css";
import { openShareDialog } from "./share-dialog";
import { openSharebox } from "./sharebox";

const SHAREBOX = variant("sharebox", "shadow", "dialog", "modal-dialog", "iframe");
const start = element("button", { class: "share-box-feed-entry__trigger" }, "Start a post");
pageRoot().append(
  element("div", { class: "sheet" }, start),
  element("article", {}, element("p", {}, "Ann Lee: our cycling group is looking for a physiotherapist.")),
);
start.addEventListener("click", () => {
  if (SHAREBOX === "shadow") openSharebox(shadowRoot(), "post", "1");
  else if (SHAREBOX === "iframe") openFrame();
  else openShareDialog(SHAREBOX === "modal-dialog");
});

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
