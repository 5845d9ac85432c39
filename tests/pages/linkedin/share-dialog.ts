// The newer sharebox: Tiptap in a native <dialog>, opened by its attribute or as a modal.

import { element, icon } from "../app/dom";
import { takePost } from "../app/submit";
import { tiptapBox } from "../editors/tiptap";
import { AUDIENCE_WORD } from "./audience";

interface ShareDialog {
  /** A modal one makes everything outside it inert. */
  isModal: boolean;
  /** What stands below the text: a post that is passed on. */
  preview?: readonly Node[];
}

export function openShareDialog({ isModal, preview = [] }: ShareDialog): void {
  const wrapper = element("div", { "data-testid": "ui-core-tiptap-text-editor-wrapper" });
  const submit = element("button", { class: "primary", disabled: "" }, element("span", {}, "Post"));
  const author = element(
    "div",
    { role: "button", tabindex: "0", "aria-expanded": "false" },
    element("p", {}, "Jane Doe"),
    icon("caret-small"),
  );
  const visibility = AUDIENCE_WORD
    ? [element("div", { role: "button", tabindex: "0" }, icon("visibility-small"), element("p", {}, AUDIENCE_WORD))]
    : [];
  const dialog = element(
    "dialog",
    { "data-testid": "dialog", class: "dialog" },
    element(
      "div",
      { "data-sdui-screen": "com.linkedin.sdui.flagshipnav.sharing.ShareCompose" },
      element("div", { id: "shareboxProfilePictureComponentRef" }),
      author,
      ...visibility,
      element("div", { role: "button", tabindex: "0" }, icon("comment-small")),
      wrapper,
      element("div", { id: "ShareBoxpreviewCard" }, ...preview),
      element("button", { "aria-label": "Media", "aria-haspopup": "dialog" }, icon("image-medium")),
      element("input", { type: "file", accept: "image/jpeg,image/png,video/*", multiple: "", hidden: "" }),
      submit,
    ),
  );
  document.body.append(dialog);
  if (isModal) dialog.showModal();
  else dialog.setAttribute("open", "");

  const { editor, forget } = tiptapBox(wrapper, { componentkey: "ShareBox_textEditor" }, (text) => {
    submit.disabled = text.trim() === "";
  });
  const close = () => {
    forget();
    dialog.remove();
  };
  submit.addEventListener("click", (event) => takePost(event, "post", editor.text(), close));
  editor.root.focus();
}
