// WhatsApp Web: messages and captions in Lexical. Enter sends. The icon's name is the same in every language.

import { network } from "./network";

export const whatsapp = network({
  name: "WhatsApp",
  hosts: ["web.whatsapp.com"],
  boxes: [
    {
      editor:
        'footer [contenteditable="true"][role="textbox"], [contenteditable="true"][data-lexical-editor][data-tab="10"]',
      around: "footer",
      submit: 'button:has([data-icon*="send"]), [role="button"]:has([data-icon*="send"])',
      surface: "message",
      sends: "enter",
      answers: "#main .message-in .selectable-text",
    },
  ],
});
