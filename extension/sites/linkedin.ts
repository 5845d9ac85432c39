// LinkedIn: three composers for posts are live (Quill in an open shadow root, Quill in the page, Tiptap in a native dialog), and
// two for comments. Icon ids and component keys come before words.

import type { Audience } from "../contract";
import type { AudienceWords } from "../surfaces/contract";
import {
  answeredText,
  attachmentsIn,
  firstAfter,
  isCommandEnter,
  isOneOf,
  isPlainEnter,
  isShown,
  labelledAround,
  lastReceived,
  plain,
  smallestAround,
  textOf,
} from "./dom";
import { type Adapter, MESSAGE_AUDIENCE, type Place, PUBLIC_AUDIENCE, UNKNOWN_AUDIENCE } from "./site";
import { ACCEPT, AUDIENCES, INVITE, POST_TO, PUBLISH, REPLY } from "./words/linkedin";

/** The older modal, in an open shadow root or in the page. */
const MODAL = '[data-test-modal-id="sharebox"], .share-box-v2__modal, .artdeco-modal[role="dialog"]';
const MODAL_SUBMIT = ".share-actions__primary-action";
/** The newer native dialog. */
const DIALOG = "dialog, [role='dialog']";
const DIALOG_EDITOR = '[componentkey="ShareBox_textEditor"], [data-sdui-screen*="ShareCompose"] .ProseMirror';
/** What stands below the text of a post: a picture, an article, the post that is passed on. */
const PREVIEW = ".share-creation-state__preview-container, #ShareBoxpreviewCard";
/** The editor of pictures comes before the post's dialog or over it; its only text area takes the description. */
const DESCRIPTION = ".media-editor__container textarea, .media-detour__container textarea";
/** An article's title and text, which the share box publishes. Labels recorded in English. */
const ARTICLE_TEXT = '[aria-label="Article editor content"]';
const ARTICLE_TITLE = 'textarea[placeholder="Title"]';
const ARTICLE = `${ARTICLE_TITLE}, ${ARTICLE_TEXT}`;
const COMMENT = '[componentkey^="commentBox-"], .comments-comment-box__form, .comments-comment-box';
const COMMENT_SUBMIT = 'button[componentkey*="commentButtonSection"], .comments-comment-box__submit-button';
const MESSAGE = ".msg-form, .msg-form__contenteditable";
const MESSAGE_SEND = ".msg-form__send-button, .msg-form__send-btn";
/** A message of the other side; one's own have no such mark. */
const RECEIVED = ".msg-s-event-listitem--other .msg-s-event-listitem__body";
const NOTE = "textarea#custom-message";
/** One post of the feed, newer and older. */
const POST = '[role="listitem"], [componentkey^="post-"], .feed-shared-update-v2, [data-urn^="urn:li:activity"]';
const POST_TEXT = '[data-testid="expandable-text-box"], .update-components-text, .feed-shared-text';
/** Sends an invitation: a link in search and on profiles; a button with a label elsewhere. */
const CONNECT = 'a[href*="/preload/search-custom-invite"]';
/** Accepts one: the second of the two buttons of an older card. */
const ACCEPT_INVITATION = ".invitation-card__action-btn.artdeco-button--secondary";
const EARLIER_COMMENT = '.comments-comment-item, .comments-comment-entity, [componentkey^="comment-"]';

export const linkedin: Adapter = {
  site: "linkedin",
  name: "LinkedIn",
  hosts: ["www.linkedin.com"],
  probes: [MODAL, MODAL_SUBMIT, DIALOG_EDITOR, ARTICLE, COMMENT, COMMENT_SUBMIT, MESSAGE, MESSAGE_SEND, NOTE, POST],
  pageAllowsWasm: null,

  scopeOf(editor) {
    if (editor.matches(NOTE)) return editor.closest(DIALOG) ?? editor.parentElement;
    const around = editor.closest(`${COMMENT}, .msg-form`);
    if (around) return around;
    if (editor.matches(DESCRIPTION)) return editor.closest(DIALOG) ?? editor.parentElement;
    if (editor.matches(ARTICLE_TITLE)) return smallestAround(editor, ARTICLE_TEXT);
    if (editor.matches(ARTICLE_TEXT)) return smallestAround(editor, ARTICLE_TITLE) ?? editor.parentElement;
    if (editor.matches(DIALOG_EDITOR)) return editor.closest(DIALOG) ?? editor.closest("[data-sdui-screen]");
    return editor.matches('.ql-editor, [role="textbox"]') ? editor.closest(MODAL) : null;
  },

  editors({ scope, editor }) {
    return editor.matches(ARTICLE) ? [...scope.querySelectorAll<HTMLElement>(ARTICLE)] : [editor];
  },

  surface(place) {
    const { editor, scope } = place;
    if (isMessage(editor)) return "message";
    if (scope.matches(COMMENT)) return answeredComment(place) ? "reply" : "comment";
    return location.pathname.startsWith("/groups/") ? "group-post" : "post";
  },

  submits(place) {
    const { editor, scope } = place;
    if (isMessage(editor)) return [...scope.querySelectorAll(`${MESSAGE_SEND}, button[type="submit"]`)];
    if (scope.matches(COMMENT)) return commentSubmit(place);
    if (editor.matches(DESCRIPTION)) return [];
    // Its share box opens elsewhere in the page.
    if (editor.matches(ARTICLE)) return [...document.querySelectorAll(MODAL_SUBMIT)];
    const primary = [...scope.querySelectorAll(MODAL_SUBMIT)];
    return primary.length > 0 ? primary : textOnlyButton(scope);
  },

  // The send control of a comment comes with its text; a message may be sent by Enter alone. Articles and descriptions go out by the
  // share box, which comes later.
  leadsFurther: ({ editor, scope }) =>
    isMessage(editor) || scope.matches(COMMENT) || editor.matches(`${ARTICLE}, ${DESCRIPTION}`),

  isSubmitKey(event, place) {
    const { editor, scope } = place;
    if (editor.matches(NOTE)) return false;
    // With "Press Enter to send" there is no button; with one, Enter makes a new line.
    if (isMessage(editor)) return isPlainEnter(event) && ![...scope.querySelectorAll(MESSAGE_SEND)].some(isShown);
    return scope.matches(COMMENT) && isCommandEnter(event);
  },

  audience(place) {
    if (isMessage(place.editor)) return MESSAGE_AUDIENCE;
    if (place.scope.matches(COMMENT)) return audienceOfAnswered(place);
    // An article is out for anyone; its share box says who is told of it.
    return place.editor.matches(ARTICLE) ? PUBLIC_AUDIENCE : audienceControl(place.scope);
  },

  answering(place) {
    const { scope, editor } = place;
    if (isMessage(editor)) return lastReceived(editor, RECEIVED);
    // Own words above a post that is passed on are about that post.
    if (!scope.matches(COMMENT)) return answeredText(scope.querySelector(PREVIEW)?.querySelector(POST_TEXT));
    return answeredText(answeredComment(place) ?? postAround(place)?.querySelector(POST_TEXT));
  },

  attachments: ({ scope }) => attachmentsIn(scope.querySelector(PREVIEW) ?? scope),

  descriptions({ scope }) {
    const pictures = scope.querySelector(PREVIEW)?.querySelectorAll("img[alt]") ?? [];
    return [...pictures].map((picture) => picture.getAttribute("alt") ?? "").filter((words) => words.trim() !== "");
  },

  reportHelp: "https://www.linkedin.com/help/linkedin/answer/37822",

  requestBy(control) {
    if (control.matches(`${CONNECT}, ${labelledAround(INVITE)}`)) return "sent";
    return control.matches(`${ACCEPT_INVITATION}, ${labelledAround(ACCEPT)}`) ? "accepted" : null;
  },
};

function isMessage(editor: HTMLElement): boolean {
  return editor.closest(MESSAGE) !== null || editor.matches(NOTE);
}

/** What a company's page posts is public, whether or not its share box says so. */
function audienceControl(scope: Element): AudienceWords {
  const header = scope.querySelector(".share-unified-settings-entry-button");
  const control = scope.querySelector("svg#visibility-small")?.closest('[role="button"], button');
  // The header's first line is the author's name.
  const lines = header ? textOf(header).split("\n").slice(1) : control ? textOf(control).split("\n") : [];
  const word = lines.at(-1)?.trim();
  if (!word) return location.pathname.startsWith("/company/") ? PUBLIC_AUDIENCE : UNKNOWN_AUDIENCE;
  const named = POST_TO.find((start) => word.startsWith(start));
  return { audience: audienceByWord(word), siteWord: named ? word.slice(named.length) : word };
}

function audienceByWord(line: string): Audience {
  const padded = ` ${plain(line)} `;
  return AUDIENCES.find(([word]) => padded.includes(` ${plain(word)} `))?.[1] ?? "unknown";
}

/** A comment is read by whoever can read the post, which shows a globe or people. */
function audienceOfAnswered(place: Place): AudienceWords {
  const icons = postAround(place)?.querySelectorAll("[data-test-icon], li-icon[type], svg[id]") ?? [];
  for (const icon of icons) {
    const name = icon.getAttribute("data-test-icon") ?? icon.getAttribute("type") ?? icon.id;
    if (name.startsWith("globe")) return { audience: "public", siteWord: null };
    if (name.startsWith("people")) return { audience: "connections", siteWord: null };
  }
  return UNKNOWN_AUDIENCE;
}

/** The send control of a comment appears with its text; several answers can be open under one post. */
function commentSubmit({ scope, editor }: Place): Element[] {
  const isSend = (control: Element): boolean => !control.querySelector("svg#comment-small");
  const within = [...scope.querySelectorAll(COMMENT_SUBMIT)].filter(isSend);
  if (within.length > 0) return within;
  const around = smallestAround(editor, COMMENT_SUBMIT);
  const nearest = around && firstAfter(editor, [...around.querySelectorAll(COMMENT_SUBMIT)].filter(isSend));
  return nearest ? [nearest] : [];
}

/** The publishing control of the native dialog is its only button that holds text and nothing else. */
function textOnlyButton(scope: Element): Element[] {
  const buttons = [...scope.querySelectorAll("button")].filter(
    (button) => textOf(button) && !button.querySelector("svg") && !button.hasAttribute("aria-label"),
  );
  const named = buttons.filter((button) => isOneOf(PUBLISH, plain(textOf(button))));
  return named.length > 0 ? named : buttons.slice(-1);
}

function postAround({ editor }: Place): Element | null {
  return editor.closest(POST) ?? smallestAround(editor, POST_TEXT);
}

/** The comment that a reply answers. */
function answeredComment(place: Place): Element | null {
  const around = place.editor.closest(EARLIER_COMMENT);
  if (around) return around.querySelector(POST_TEXT) ?? around;
  const replies = commentSubmit(place).some((control) => isOneOf(REPLY, plain(textOf(control))));
  if (!replies) return null;
  const texts = [...(postAround(place)?.querySelectorAll(POST_TEXT) ?? [])];
  return (
    texts.filter((text) => text.compareDocumentPosition(place.editor) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1) ?? null
  );
}
