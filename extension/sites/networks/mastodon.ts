// Mastodon: any server, so it is known by its own form, not by a host. Posts, replies, content warnings and polls in one form; who can read
// them is an icon's name, the same in every language. Source of the facts: the web client's own code, mastodon/mastodon
// (`app/javascript/mastodon/features/compose/components/`).

import type { Audience } from "../../contract";
import type { AudienceWords } from "../../surfaces/contract";
import { textOf } from "../dom";
import { type Place, UNKNOWN_AUDIENCE } from "../site";
import { network } from "./network";

const AUDIENCES: readonly [icon: string, audience: Audience][] = [
  [".icon-globe", "public"],
  // "Quiet public": left out of lists, readable by anyone.
  [".icon-unlock", "public"],
  [".icon-lock", "friends"],
  [".icon-at", "message"],
];

function audience({ scope }: Place): AudienceWords {
  for (const control of scope.querySelectorAll(".dropdown-button")) {
    const known = AUDIENCES.find(([icon]) => control.querySelector(icon));
    if (known) return { audience: known[1], siteWord: textOf(control) || null };
  }
  return UNKNOWN_AUDIENCE;
}

export const mastodon = network({
  name: "Mastodon",
  hosts: [],
  boxes: [
    {
      editor: ".compose-form textarea, .compose-form .spoiler-input input",
      also: '.spoiler-input input, .poll__option input[type="text"]',
      around: ".compose-form",
      submit: 'button[type="submit"]',
      surface: ({ scope }) => (scope.querySelector(".reply-indicator") ? "reply" : "post"),
      sends: "command-enter",
      audience,
      answers: ".compose-form .reply-indicator__content",
    },
  ],
});
