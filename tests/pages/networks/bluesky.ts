// Bluesky's composer: Tiptap in a modal part of the page, below the post that is answered (`?kind=reply`).

import "../app/samples";
import { element } from "../app/dom";
import { sendsOnCommandEnter } from "../app/keys";
import { pageRoot, variant } from "../app/page";
import { takePost } from "../app/submit";
import { tiptapBox } from "../editors/tiptap";
import "../linkedin/linkedin.css";

const KIND = variant("kind", "post", "reply");
const answered = element(
  "div",
  { role: "text", "aria-label": "Expand or collapse the full post you are replying to" },
  element("div", {}, "Ann Lee"),
  element("div", {}, "You treated my mother in May and never rang back."),
);
const publish = element("button", { "data-testid": "composerPublishBtn", class: "primary" }, "Post");
const around = element("div", {});
const { editor } = tiptapBox(around, { "aria-label": "Rich-Text Editor" }, () => undefined);
const send = (event: Event): void => takePost(event, KIND, editor.text(), () => editor.set(""));
publish.addEventListener("click", send);
sendsOnCommandEnter(around, send);
pageRoot().append(
  element(
    "div",
    { "aria-modal": "true", class: "sheet" },
    ...(KIND === "reply" ? [answered] : []),
    around,
    element("div", { class: "row" }, publish),
  ),
);
