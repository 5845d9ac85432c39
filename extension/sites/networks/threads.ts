// Threads: posts and replies in Lexical inside a dialog. A profile may be private, which is not shown where one writes: unknown.

import { named, network } from "./network";

export const threads = network({
  name: "Threads",
  hosts: ["www.threads.com", "www.threads.net"],
  boxes: [
    {
      editor: '[contenteditable="true"][role="textbox"][data-lexical-editor]',
      also: '[contenteditable="true"][role="textbox"][data-lexical-editor]',
      around: '[role="dialog"]',
      submit: named(["Post"]),
      surface: ({ editor }) => (/^reply/i.test(editor.getAttribute("aria-placeholder") ?? "") ? "reply" : "post"),
      sends: "command-enter",
    },
  ],
});
