// A post with its comment box (Tiptap). The send button is there only while there is text. `?box=reply` answers a comment.

import "../app/samples";
import { element, icon } from "../app/dom";
import { sendsOnCommandEnter } from "../app/keys";
import { pageRoot, variant } from "../app/page";
import { takePost } from "../app/submit";
import { tiptapBox } from "../editors/tiptap";
import "./linkedin.css";

const KIND = variant("box", "comment", "reply");

function commentBox(): HTMLElement {
  const wrapper = element("div", { "data-testid": "ui-core-tiptap-text-editor-wrapper" });
  const box = element("div", { componentkey: "commentBox-urn:li:activity:1" }, wrapper);
  const submit = element(
    "button",
    { componentkey: "commentButtonSection-1", class: "primary" },
    element("span", {}, KIND === "reply" ? "Reply" : "Comment"),
  );
  const { editor } = tiptapBox(wrapper, { "aria-label": "Text editor for creating comment" }, (text) => {
    if (text.trim() === "") submit.remove();
    else box.append(submit);
  });
  const send = (event: Event) => takePost(event, KIND, editor.text(), () => editor.set(""));
  submit.addEventListener("click", send);
  sendsOnCommandEnter(box, send);
  return box;
}

const toolbar = element("button", {}, icon("comment-small"), element("span", {}, "Comment"));
const comment = element(
  "div",
  { componentkey: "comment-2", class: "sheet" },
  element("span", { "data-testid": "expandable-text-box" }, "You treated my mother in May and never rang back."),
  ...(KIND === "reply" ? [commentBox()] : []),
);
pageRoot().append(
  element(
    "div",
    { role: "listitem", componentkey: "post-1", class: "sheet" },
    element("button", { "aria-label": "Open control menu for post by Ann Lee" }, "…"),
    element("span", { "data-testid": "expandable-text-box" }, "Our practice is looking for a second GP."),
    toolbar,
    ...(KIND === "comment" ? [commentBox()] : []),
    comment,
  ),
);
