// Mastodon's form: a text area, a content warning, who can read it by an icon (`?audience`).

import "../app/samples";
import { element, icon } from "../app/dom";
import { sendsOnCommandEnter } from "../app/keys";
import { pageRoot, variant } from "../app/page";
import { takePost } from "../app/submit";
import { controlBox } from "../editors/text-control";
import "../other/other.css";

const AUDIENCES = {
  public: ["globe", "Public"],
  unlisted: ["unlock", "Quiet public"],
  private: ["lock", "Followers"],
  direct: ["at", "Specific people"],
} as const;
const [sign, name] = AUDIENCES[variant("audience", "public", "unlisted", "private", "direct")];

const publish = element("button", { type: "submit", class: "primary" }, "Post");
const post = controlBox("textarea", { class: "autosuggest-textarea__textarea", placeholder: "What’s on your mind?" });
const warning = controlBox("input", { type: "text", id: "cw-spoiler-input", class: "spoiler-input__input" });
const picture = icon("");
picture.setAttribute("class", `icon icon-${sign}`);
const form = element(
  "form",
  { class: "compose-form sheet" },
  element("div", { class: "spoiler-input" }, warning.control),
  post.control,
  element(
    "div",
    { class: "row" },
    element("button", { type: "button", class: "dropdown-button" }, picture, element("span", {}, name)),
    publish,
  ),
);
const send = (event: Event): void => {
  event.preventDefault();
  const words = [warning, post].map(({ editor }) => editor.text()).filter(Boolean);
  takePost(event, "post", words.join("\n\n"), () => {
    for (const { editor } of [warning, post]) editor.set("");
  });
};
form.addEventListener("submit", send);
sendsOnCommandEnter(post.control, send);
pageRoot().append(form);
