// Bluesky: posts and replies in Tiptap, several boxes in a thread. Everything posted is public. Source of the facts: the web client's own
// code, bluesky-social/social-app (`src/view/com/composer/`).

import { network, PUBLIC } from "./network";

const EDITOR = '.ProseMirror[contenteditable="true"]';
/** The post that is answered, folded up above the editor. */
const ANSWERED = '[aria-modal="true"] [role="text"]';

export const bluesky = network({
  name: "Bluesky",
  hosts: ["bsky.app"],
  boxes: [
    {
      editor: EDITOR,
      also: EDITOR,
      around: '[role="dialog"], [aria-modal="true"]',
      submit: '[data-testid="composerPublishBtn"]',
      surface: ({ scope }) => (scope.querySelector(ANSWERED) ? "reply" : "post"),
      sends: "command-enter",
      audience: PUBLIC,
      answers: ANSWERED,
    },
    {
      editor: 'textarea[placeholder="Write a message"]',
      submit: 'button[aria-label="Send message"]',
      surface: "message",
      sends: "enter",
    },
  ],
});
