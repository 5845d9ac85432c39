// A doctors' network without an adapter of its own: a form with a title and a text, beside a search box that is no composer.

import "../app/samples";
import { element } from "../app/dom";
import { pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import { controlBox } from "../editors/text-control";
import "./other.css";

const publish = element("button", { type: "submit", class: "primary", disabled: "" }, "Publish");
const follow = (): void => {
  publish.disabled = text.editor.text().trim() === "";
};
const text = controlBox("textarea", { name: "body" }, follow);
const title = controlBox("input", { type: "text", name: "title", maxlength: "120" });
const form = element(
  "form",
  { class: "sheet" },
  element("label", {}, "Title", title.control),
  element("label", {}, "Your post", text.control),
  element("div", { class: "row" }, publish),
);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = [title, text].map(({ editor }) => editor.text()).filter(Boolean);
  takePost(event, "post", words.join("\n\n"), () => {
    for (const { editor } of [title, text]) editor.set("");
  });
});
pageRoot().append(
  element("input", { type: "search", name: "q", "aria-label": "Search rounds" }),
  element("h1", {}, "Grand Rounds"),
  form,
);
