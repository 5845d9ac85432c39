// Messenger on its own host: the same editor and labels as Facebook's chats. Enter sends.

import { RECEIVED } from "../facebook-chat";
import { network } from "./network";

export const messenger = network({
  name: "Messenger",
  hosts: ["www.messenger.com"],
  boxes: [
    {
      editor: '[contenteditable="true"][role="textbox"][data-lexical-editor]',
      around: '[role="group"], [aria-label="Thread composer"]',
      submit: '[aria-label="Press enter to send" i], [aria-label="Send"]',
      surface: "message",
      sends: "enter",
      answers: RECEIVED,
    },
  ],
});
