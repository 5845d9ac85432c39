// X: posts, threads, replies and messages. Its `data-testid` attributes are the same in every language and come first.

import type { AudienceWords } from "../surfaces/contract";
import {
  answeredText,
  attachmentsIn,
  isCommandEnter,
  isOneOf,
  isPlainEnter,
  lastBefore,
  nameOf,
  plain,
  smallestAround,
  textOf,
} from "./dom";
import { type Adapter, MESSAGE_AUDIENCE, type Place } from "./site";
import { CHOOSE_AUDIENCE, REPLY, SUBSCRIBERS } from "./words/x";

const BOX = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
/** The answers of a poll are part of the post. */
const POLL_ANSWER = 'input[name^="Choice"]';
const SUBMIT = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]';
const MESSAGE = '[data-testid="dmComposerTextInput"], [data-testid="dm-composer-textarea"]';
const SEND = '[data-testid="dmComposerSendButton"], [data-testid="dm-composer-send-button"]';
const POST = 'article[data-testid="tweet"]';
const POST_TEXT = '[data-testid="tweetText"]';
const PADLOCK = '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid="icon-lock"]';

export const x: Adapter = {
  site: "x",
  name: "X",
  hosts: ["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"],
  probes: [BOX, SUBMIT, POLL_ANSWER, MESSAGE, SEND, POST, PADLOCK],
  pageAllowsWasm: null,

  scopeOf(editor) {
    if (editor.matches(MESSAGE)) return smallestAround(editor, SEND) ?? editor.parentElement;
    if (!editor.matches(`${BOX}, ${POLL_ANSWER}`)) return null;
    return editor.closest('[role="dialog"]') ?? smallestAround(editor, SUBMIT);
  },

  editors({ scope, editor }) {
    if (editor.matches(MESSAGE)) return [editor];
    return [...scope.querySelectorAll<HTMLElement>(`${BOX}, ${POLL_ANSWER}`)];
  },

  surface(place) {
    if (place.editor.matches(MESSAGE)) return "message";
    if (answered(place)) return "reply";
    return inCommunity() ? "group-post" : "post";
  },

  submits: ({ scope, editor }) => [...scope.querySelectorAll(editor.matches(MESSAGE) ? SEND : SUBMIT)],

  isSubmitKey: (event, { editor }) => (editor.matches(MESSAGE) ? isPlainEnter(event) : isCommandEnter(event)),

  audience: (place) => (place.editor.matches(MESSAGE) ? MESSAGE_AUDIENCE : audienceOfPost(place)),

  answering: (place) => answeredText(answered(place)?.querySelector(POST_TEXT)),

  attachments({ scope }) {
    return attachmentsIn(scope.querySelector('[data-testid="attachments"]') ?? scope);
  },
};

/** Communities are public. Without a padlock everything else is too; with one only followers read it. */
function audienceOfPost({ scope }: Place): AudienceWords {
  for (const control of scope.querySelectorAll('button[aria-haspopup="menu"]')) {
    if (!isOneOf(CHOOSE_AUDIENCE, nameOf(control))) continue;
    const word = textOf(control);
    if (isOneOf(SUBSCRIBERS, plain(word))) return { audience: "friends", siteWord: word };
    if (inCommunity()) return { audience: "public", siteWord: word };
  }
  if (inCommunity()) return { audience: "public", siteWord: null };
  const padlock = document.querySelector(PADLOCK);
  if (padlock) return { audience: "friends", siteWord: padlock.getAttribute("aria-label") };
  return { audience: "public", siteWord: null };
}

/** The post a reply answers: above the editor in the same dialog, or the one a page is about. */
function answered({ scope, editor }: Place): Element | null {
  if (scope.matches('[role="dialog"]')) return lastBefore(editor, scope.querySelectorAll(POST));
  const submit = scope.querySelector(SUBMIT);
  const replies = /\/status\/\d+/.test(location.pathname) || (submit !== null && isOneOf(REPLY, plain(textOf(submit))));
  if (!replies) return null;
  return document.querySelector(`${POST}[tabindex="-1"]`) ?? lastBefore(editor, document.querySelectorAll(POST));
}

function inCommunity(): boolean {
  return location.pathname.startsWith("/i/communities/");
}
