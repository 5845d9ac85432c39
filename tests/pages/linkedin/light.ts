// The classic sharebox in the page itself: groups, company pages and the frame at /preload/sharebox/. It writes a new post, one with a
// picture and its description, or edits the post that is there (`?does`).

import "../app/samples";
import { element } from "../app/dom";
import { pageRoot, variant } from "../app/page";
import { controlBox } from "../editors/text-control";
import "./linkedin.css";
import { openSharebox, type Sharebox } from "./sharebox";

const BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const DOES = variant("does", "write", "edit", "describe");
const sharebox: Sharebox = {
  kind: location.pathname.startsWith("/groups/") ? "group-post" : "post",
  quill: variant("quill", "1", "2"),
  author: location.pathname.startsWith("/company/") ? "Riverside Practice" : "Jane Doe",
  submit: DOES === "edit" ? "Save" : "Post",
};

const start = element("button", { class: "share-box-feed-entry__trigger" }, "Start a post");
start.addEventListener("click", () => (DOES === "describe" ? describe() : openSharebox(document.body, sharebox)));
pageRoot().append(element("div", { class: "sheet" }, start));

/** The editor of pictures comes first, and the sharebox with the picture in its place. */
function describe(): void {
  const picture = element("img", { src: BLANK, alt: "", width: "240", height: "120" });
  const box = controlBox("textarea", { "aria-label": "Alternative text" });
  const next = element("button", { class: "primary" }, "Next");
  const dialog = element(
    "div",
    { role: "dialog", class: "media-editor__container dialog" },
    element("h2", {}, "Editor"),
    picture,
    box.control,
    next,
  );
  next.addEventListener("click", () => {
    picture.alt = box.editor.text();
    dialog.remove();
    openSharebox(document.body, { ...sharebox, preview: [picture], words: () => [picture.alt] });
  });
  document.body.append(dialog);
}
