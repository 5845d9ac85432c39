// An article: a title and a text, and a sharebox that publishes both with a few words above them.

import "../app/samples";
import { element } from "../app/dom";
import { pageRoot } from "../app/page";
import { controlBox } from "../editors/text-control";
import { tiptapBox } from "../editors/tiptap";
import "./linkedin.css";
import { openSharebox } from "./sharebox";

const title = controlBox("textarea", { placeholder: "Title", rows: "1" });
const around = element("div", {});
const { editor } = tiptapBox(around, { "aria-label": "Article editor content" }, () => undefined);
const next = element("button", { class: "article-next primary" }, "Next");
next.addEventListener("click", () =>
  openSharebox(document.body, {
    kind: "post",
    submit: "Publish",
    preview: [element("div", { class: "sheet" }, "Your article")],
    words: () => [title.editor.text(), editor.text()],
  }),
);
pageRoot().append(element("main", { class: "sheet" }, element("div", { class: "row" }, next), title.control, around));
