// A reply under a post: an editable element without a library, and a button that is known by its word only.

import "../app/samples";
import { element } from "../app/dom";
import { announce, type PageEditor, pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import "./other.css";

const box = element("div", { contenteditable: "true", role: "textbox", "aria-label": "Write a reply" });
const editor: PageEditor = {
  root: box,
  text: () => [...box.childNodes].map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join(""),
  set(text) {
    box.textContent = text;
  },
};
announce(editor);
const send = element("div", { role: "button", tabindex: "0", class: "primary" }, "Reply");
const reply = (event: Event): void => takePost(event, "reply", editor.text(), () => editor.set(""));
send.addEventListener("click", reply);
send.addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === " ") reply(event);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) reply(event);
});
pageRoot().append(
  element(
    "article",
    {},
    element("h2", {}, "Ann Lee"),
    element("p", {}, "You treated my mother in May and never rang back."),
    element("div", { class: "sheet" }, box),
    element("div", { class: "row" }, send),
  ),
);
