// Instagram: comments in a text area, messages in an editable box. Whether an account is private is not shown where one writes, so the
// audience of a comment or a caption is unknown.

import { named, network } from "./network";

export const instagram = network({
  name: "Instagram",
  hosts: ["www.instagram.com"],
  boxes: [
    {
      editor: 'form textarea[aria-label^="Add a comment"]',
      around: "form",
      submit: named(["Post"]),
      surface: "comment",
      sends: "enter",
    },
    {
      editor: '[contenteditable="true"][role="textbox"][aria-label^="Write a caption"]',
      around: '[role="dialog"]',
      submit: named(["Share"]),
      surface: "post",
    },
    {
      editor: '[contenteditable="true"][role="textbox"][aria-label="Message"]',
      submit: named(["Send"]),
      surface: "message",
      sends: "enter",
    },
  ],
});
