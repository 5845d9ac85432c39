// The classic sharebox (Quill), which LinkedIn puts into an open shadow root on the feed and into the page elsewhere.

import { element } from "../app/dom";
import { takePost } from "../app/submit";
import { quillBox } from "../editors/quill";
import { AUDIENCE_WORD } from "./audience";

const PROMPT = "What do you want to talk about?";

/** Opens the sharebox in `parent`; `kind` is what its posts are. */
export function openSharebox(parent: ParentNode & Node, kind: "post" | "group-post", quill: "1" | "2"): void {
  const container = element("div", { class: "ql-container" });
  const submit = element(
    "button",
    { class: "share-actions__primary-action artdeco-button--primary primary", disabled: "" },
    element("span", {}, "Post"),
  );
  const dismiss = element("button", { "aria-label": "Dismiss", class: "artdeco-modal__dismiss" }, "×");
  const author = element(
    "button",
    { class: "share-unified-settings-entry-button" },
    element("div", {}, "Jane Doe"),
    ...(AUDIENCE_WORD ? [element("div", {}, `Post to ${AUDIENCE_WORD}`)] : []),
  );
  const modal = element(
    "div",
    { "data-test-modal-id": "sharebox" },
    element(
      "div",
      {
        "data-test-modal": "",
        role: "dialog",
        class: "artdeco-modal share-box-v2__modal dialog",
        "aria-labelledby": "share-to-linkedin-modal__header",
      },
      dismiss,
      element("h2", { id: "share-to-linkedin-modal__header" }, author),
      element("div", { class: "share-creation-state__text-editor" }, container),
      element("div", { class: "share-creation-state__preview-container" }),
      element("button", { "aria-label": "Add media" }, "Media"),
      element("input", { type: "file", accept: "image/*,video/*", multiple: "", hidden: "" }),
      element(
        "div",
        { class: "share-box_actions row" },
        element("button", { class: "share-actions__scheduled-post-btn", "aria-label": "Schedule post" }, "Schedule"),
        submit,
      ),
    ),
  );
  parent.append(modal);

  const { editor, forget } = quillBox(container, quill, "Text editor for creating content", PROMPT, (text) => {
    submit.disabled = text.trim() === "";
  });
  const close = () => {
    forget();
    modal.remove();
  };
  dismiss.addEventListener("click", close);
  submit.addEventListener("click", (event) => takePost(event, kind, editor.text(), close));
  editor.root.focus();
}
