// X: posts, threads, quotes, replies and messages. Its `data-testid` attributes are the same in every language and come first.

import type { AudienceWords } from "../surfaces/contract";
import {
  answeredText,
  attachmentsIn,
  isCommandEnter,
  isOneOf,
  isPlainEnter,
  labelled,
  lastBefore,
  lastReceived,
  nameOf,
  plain,
  smallestAround,
  textOf,
} from "./dom";
import { type Adapter, MESSAGE_AUDIENCE, type Place, PUBLIC_AUDIENCE } from "./site";
import { ACCEPT, CHOOSE_AUDIENCE, REPLY, SUBSCRIBERS, UNDESCRIBED } from "./words/x";

const BOX = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
/** The answers of a poll are part of the post. */
const POLL_ANSWER = 'input[name^="Choice"]';
/** The description of a picture, written in a dialog of its own that comes in the place of the post's. */
const DESCRIPTION = 'textarea[name="altTextInput"]';
/** What stands below a box of the post: its pictures, its poll, the post it quotes. */
const ATTACHMENTS = '[data-testid="attachments"]';
const PICTURE = `${ATTACHMENTS} [role="group"][aria-label]`;
const SUBMIT = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]';
const MESSAGE = '[data-testid="dmComposerTextInput"], [data-testid="dm-composer-textarea"]';
const SEND = '[data-testid="dmComposerSendButton"], [data-testid="dm-composer-send-button"]';
/**
 * A message of the other side in X Chat: written at the start of its row, one's own at its end. In the older messages no mark is on record
 * that tells the two apart.
 */
const RECEIVED =
  '[data-testid="dm-message-list"] [data-testid^="message-"].justify-start [data-testid^="message-text-"] span[dir="auto"]';
const POST = 'article[data-testid="tweet"]';
const POST_TEXT = '[data-testid="tweetText"]';
const FOLLOW = '[data-testid$="-follow"]';
/** Those who ask to follow a protected account; its controls have no names of their own. */
const FOLLOWERS = "/follower_requests";
const PADLOCK = '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid="icon-lock"]';

export const x: Adapter = {
  site: "x",
  name: "X",
  hosts: ["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"],
  probes: [BOX, SUBMIT, POLL_ANSWER, DESCRIPTION, ATTACHMENTS, MESSAGE, SEND, POST, PADLOCK],
  pageAllowsWasm: null,

  scopeOf(editor) {
    if (editor.matches(MESSAGE)) return smallestAround(editor, SEND) ?? editor.parentElement;
    if (editor.matches(DESCRIPTION)) return editor.closest('[role="dialog"]') ?? editor.parentElement;
    if (!editor.matches(`${BOX}, ${POLL_ANSWER}`)) return null;
    return editor.closest('[role="dialog"]') ?? smallestAround(editor, SUBMIT);
  },

  editors({ scope, editor }) {
    if (editor.matches(`${MESSAGE}, ${DESCRIPTION}`)) return [editor];
    return [...scope.querySelectorAll<HTMLElement>(`${BOX}, ${POLL_ANSWER}`)];
  },

  surface(place) {
    if (place.editor.matches(MESSAGE)) return "message";
    if (answered(place)) return "reply";
    return inCommunity() ? "group-post" : "post";
  },

  submits: ({ scope, editor }) => [...scope.querySelectorAll(editor.matches(MESSAGE) ? SEND : SUBMIT)],

  // A description is saved, and goes out with its post.
  leadsFurther: ({ editor }) => editor.matches(DESCRIPTION),

  isSubmitKey(event, { editor }) {
    if (editor.matches(MESSAGE)) return isPlainEnter(event);
    return editor.matches(BOX) && isCommandEnter(event);
  },

  audience: (place) => (place.editor.matches(MESSAGE) ? MESSAGE_AUDIENCE : audienceOfPost(place)),

  answering(place) {
    const { editor } = place;
    if (!editor.matches(MESSAGE)) return answeredText(answered(place)?.querySelector(POST_TEXT) ?? quotedText(place));
    return lastReceived(editor, RECEIVED);
  },

  attachments({ scope }) {
    return attachmentsIn(scope.querySelector(ATTACHMENTS) ?? scope);
  },

  reportHelp: "https://help.x.com/en/safety-and-security/report-abusive-behavior",

  requestBy(control) {
    if (control.matches(FOLLOW)) return "sent";
    return location.pathname === FOLLOWERS && control.matches(labelled(ACCEPT)) ? "accepted" : null;
  },

  descriptions({ scope }) {
    const names = [...scope.querySelectorAll(PICTURE)].map((picture) => picture.getAttribute("aria-label") ?? "");
    return names.filter((name) => !isOneOf(UNDESCRIBED, plain(name)));
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
  if (inCommunity()) return PUBLIC_AUDIENCE;
  const padlock = document.querySelector(PADLOCK);
  if (padlock) return { audience: "friends", siteWord: padlock.getAttribute("aria-label") };
  return PUBLIC_AUDIENCE;
}

/** The post a reply answers: above the editor in the same dialog, or the one a page is about. */
function answered({ scope, editor }: Place): Element | null {
  if (scope.matches('[role="dialog"]')) return lastBefore(editor, scope.querySelectorAll(POST));
  const submit = scope.querySelector(SUBMIT);
  const replies = /\/status\/\d+/.test(location.pathname) || (submit !== null && isOneOf(REPLY, plain(textOf(submit))));
  if (!replies) return null;
  return document.querySelector(`${POST}[tabindex="-1"]`) ?? lastBefore(editor, document.querySelectorAll(POST));
}

/** A quote says something about the post below it, to readers of both. */
function quotedText({ scope }: Place): Element | null {
  return scope.querySelector(`${ATTACHMENTS} ${POST_TEXT}`);
}

function inCommunity(): boolean {
  return location.pathname.startsWith("/i/communities/");
}
