// A chat with a line of text: Enter sends, and there is a button too.

import "../app/samples";
import { element } from "../app/dom";
import { pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import { controlBox } from "../editors/text-control";
import "./other.css";

const line = controlBox("input", { type: "text", placeholder: "Message Ann Lee" });
const form = element(
  "form",
  { class: "sheet" },
  line.control,
  element("button", { type: "submit", class: "primary" }, "Send"),
);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  takePost(event, "message", line.editor.text(), () => line.editor.set(""));
});
pageRoot().append(element("h1", {}, "Ann Lee"), form);
