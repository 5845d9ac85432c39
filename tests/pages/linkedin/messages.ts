// Messages: LinkedIn's own editable box in a form. Enter sends or breaks the line, as the member has set it (`?enter`).

import "../app/samples";
import { element } from "../app/dom";
import { announce, pageRoot, variant } from "../app/page";
import { takePost } from "../app/submit";
import "./linkedin.css";

const ENTER_SENDS = variant("enter", "sends", "breaks") === "sends";

const box = element(
  "div",
  {
    class: "msg-form__contenteditable",
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": "Write a message…",
  },
  element("p", {}, element("br")),
);
const submit = element("button", { class: "msg-form__send-button primary", type: "submit", disabled: "" }, "Send");
const form = element("form", { class: "msg-form" }, box, submit);

const text = () => [...box.children].map(lineText).join("\n");
const follow = () => {
  submit.disabled = text().trim() === "";
};
const set = (value: string) => {
  box.replaceChildren(...value.split("\n").map((line) => element("p", {}, line === "" ? element("br") : line)));
  follow();
};
box.addEventListener("input", () => {
  if (box.children.length === 0) set(box.textContent ?? "");
  follow();
});
box.addEventListener("keydown", (event) => {
  if (!ENTER_SENDS || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit(submit);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  takePost(event, "message", text(), () => set(""));
});
announce({ root: box, text, set });

pageRoot().append(
  element(
    "div",
    { class: "msg-thread sheet" },
    element("h2", { class: "msg-overlay-bubble-header__title" }, "Ann Lee"),
    element(
      "div",
      { class: "msg-s-event-listitem--other" },
      element("span", { class: "msg-s-message-group__name" }, "Ann Lee"),
      element("p", { class: "msg-s-event-listitem__body" }, "Are my results back?"),
    ),
    form,
  ),
);

/** Browsers write a space at the end of a line as one that does not break, and hold an empty last line open with a break. */
function lineText(line: Element): string {
  const parts = [...line.childNodes].map((node) => (node.nodeName === "BR" ? "\n" : (node.textContent ?? "")));
  return parts.join("").replaceAll("\u00a0", " ").replace(/\n$/, "");
}
