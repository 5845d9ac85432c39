// The classic sharebox (Quill), which LinkedIn puts into an open shadow root on the feed and into the page elsewhere.

import { element } from "../app/dom";
import { takePost } from "../app/submit";
import { quillBox } from "../editors/quill";
import { AUDIENCE_WORD } from "./audience";

const PROMPT = "What do you want to talk about?";

export interface Sharebox {
  kind: "post" | "group-post";
  quill?: "1" | "2";
  author?: string;
  /** What the control says that publishes. */
  submit?: string;
  /** What stands below the text: a post that is passed on, a picture, an article. */
  preview?: readonly Node[];
  /** Words that go out with the text and are written elsewhere. */
  words?: () => readonly string[];
}

/** Opens the sharebox in `parent`. */
export function openSharebox(parent: ParentNode & Node, sharebox: Sharebox): void {
  const { kind, quill = "1", author = "Jane Doe", submit: label = "Post", preview = [], words = () => [] } = sharebox;
  const container = element("div", { class: "ql-container" });
  const submit = element(
    "button",
    { class: "share-actions__primary-action artdeco-button--primary primary" },
    element("span", {}, label),
  );
  const dismiss = element("button", { "aria-label": "Dismiss", class: "artdeco-modal__dismiss" }, "×");
  const settings = element(
    "button",
    { class: "share-unified-settings-entry-button" },
    element("div", {}, author),
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
      element("h2", { id: "share-to-linkedin-modal__header" }, settings),
      element("div", { class: "share-creation-state__text-editor" }, container),
      element("div", { class: "share-creation-state__preview-container" }, ...preview),
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

  const follow = (text: string) => {
    submit.disabled = text.trim() === "" && preview.length === 0;
  };
  const { editor, forget } = quillBox(container, quill, "Text editor for creating content", PROMPT, follow);
  follow("");
  const close = () => {
    forget();
    modal.remove();
  };
  dismiss.addEventListener("click", close);
  submit.addEventListener("click", (event) => {
    const all = [editor.text(), ...words()].filter((part) => part.trim() !== "");
    takePost(event, kind, all.join("\n\n"), close);
  });
  editor.root.focus();
}
