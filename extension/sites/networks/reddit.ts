// Reddit: comments and replies in Lexical (new), text areas (old). A subreddit may be private, which is not shown where one writes; read as
// unknown.

import { network } from "./network";

export const reddit = network({
  name: "Reddit",
  hosts: ["www.reddit.com", "old.reddit.com", "new.reddit.com"],
  boxes: [
    {
      editor: 'shreddit-composer [contenteditable="true"][role="textbox"]',
      around: "shreddit-composer",
      submit: '[slot="submit-button"][type="submit"]',
      surface: ({ scope }) => (scope.closest("shreddit-comment") ? "reply" : "comment"),
      sends: "command-enter",
      answers: 'shreddit-comment [slot="comment"], shreddit-post [slot="text-body"], shreddit-post [slot="title"]',
    },
    {
      editor: '.usertext-edit textarea[name="text"]',
      around: "form",
      submit: 'button.save, button[type="submit"]',
      surface: ({ scope }) => (scope.closest(".comment") ? "reply" : "comment"),
      answers: ".comment .usertext-body, .link .usertext-body",
    },
  ],
});
