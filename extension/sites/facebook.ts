// Facebook: posts, group posts, comments, replies and chat, all in Lexical editors.
// Class names change weekly and are never asked for; roles, icon names and the few stable ids come before words.

import type { Audience } from "../contract";
import type { AudienceWords } from "../surfaces/contract";
import {
  answeredText,
  attachmentsIn,
  isCommandEnter,
  isOneOf,
  isPlainEnter,
  isShown,
  labelled,
  lastBefore,
  nameOf,
  plain,
  textBefore,
  textOf,
} from "./dom";
import { chatAround, receivedIn } from "./facebook-chat";
import { audienceOfPlace, inPlace } from "./facebook-places";
import { type Adapter, MESSAGE_AUDIENCE, type Place, UNKNOWN_AUDIENCE } from "./site";
import {
  ADD_FRIEND,
  AUDIENCE_ICONS,
  AUDIENCE_ROWS,
  AUDIENCES,
  CONFIRM,
  DELETE,
  NEXT,
  PRIVACY_STARTS,
  PUBLISH,
  REPLY_STARTS,
  SEND_COMMENT,
  SHARED_STARTS,
} from "./words/facebook";

const COMMENT_FORM = 'form[role="presentation"]';
const COMMENT_SEND = "#focused-state-composer-submit";
const STORY = '[data-ad-rendering-role="story_message"], [data-ad-preview="message"]';

export const facebook: Adapter = {
  site: "facebook",
  name: "Facebook",
  hosts: ["www.facebook.com", "web.facebook.com", "facebook.com"],
  probes: ['[role="dialog"] form', COMMENT_FORM, COMMENT_SEND, STORY, '[role="textbox"]', "[data-lexical-editor]"],
  pageAllowsWasm: {
    recorded: "2025-07",
    source: "https://github.com/ao/RunJavascript_ChromeExtension/issues/7",
  },

  scopeOf(editor) {
    if (editor.getAttribute("role") !== "textbox") return null;
    return (
      editor.closest(COMMENT_FORM) ??
      chatAround(editor) ??
      editor.closest('[role="dialog"]') ??
      editor.closest('form, [data-pagelet*="Composer"]') ??
      editor.closest('[role="article"]')
    );
  },

  editors: ({ editor }) => [editor],

  surface(place) {
    if (chatAround(place.editor)) return "message";
    if (isComment(place)) return isReply(place.editor) ? "reply" : "comment";
    return inPlace() ? "group-post" : "post";
  },

  submits(place) {
    const { scope } = place;
    const controls = [...scope.querySelectorAll('[role="button"], button')];
    if (chatAround(place.editor)) {
      const send = ["press enter to send", "send"];
      return controls.filter((control) => send.includes(nameOf(control)));
    }
    if (isComment(place)) {
      const wrapped = [...scope.querySelectorAll(`${COMMENT_SEND} [role="button"], ${COMMENT_SEND} button`)];
      return wrapped.length > 0 ? wrapped : controls.filter((control) => isOneOf(SEND_COMMENT, nameOf(control)));
    }
    const named = controls.filter((control) => isOneOf(PUBLISH, nameOf(control)));
    if (named.length > 0 || hasNext(controls)) return named;
    return lastStep(controls);
  },

  // A comment's send control may come with its text, and Enter sends as well.
  leadsFurther: (place) => !isPost(place) || hasNext([...place.scope.querySelectorAll('[role="button"]')]),

  isSubmitKey: (event, place) => (isPost(place) ? isCommandEnter(event) : isPlainEnter(event) || isCommandEnter(event)),

  audience(place) {
    if (chatAround(place.editor)) return MESSAGE_AUDIENCE;
    if (isComment(place)) return audienceOfAnswered(place.editor);
    return audienceControl(place.scope) ?? (inPlace() ? audienceOfPlace(place.scope) : UNKNOWN_AUDIENCE);
  },

  answering(place) {
    if (chatAround(place.editor)) return receivedIn(place.editor);
    // Own words above a post that is shared are about that post.
    if (!isComment(place)) return answeredText(place.scope.querySelector(STORY));
    const story = postAround(place.editor);
    if (isReply(place.editor)) {
      const comments = (story ?? document).querySelectorAll('[role="article"]');
      const answered = lastBefore(
        place.editor,
        [...comments].filter((comment) => comment !== story),
      );
      // The box may stand inside the comment that it answers.
      if (answered?.contains(place.editor)) return textBefore(place.scope, answered);
      if (answered) return answeredText(answered);
    }
    return answeredText(story?.querySelector(STORY));
  },

  attachments: ({ scope }) => attachmentsIn(scope),

  reportHelp: "https://www.facebook.com/help/reportlinks",

  requestBy(control) {
    if (control.matches(labelled(ADD_FRIEND))) return "sent";
    return control.matches(labelled(CONFIRM)) && isInRequest(control) ? "accepted" : null;
  },
};

/** How far around "Confirm" its "Delete" lies, in elements. */
const REQUEST_DEPTH = 6;

/** Other things are confirmed too; only of a request the other choice, beside this one alone, is to delete it. */
function isInRequest(confirm: Element): boolean {
  let part = confirm.parentElement;
  for (let depth = 0; part && depth < REQUEST_DEPTH; depth += 1) {
    if (part.querySelector(labelled(DELETE))) return part.querySelectorAll(labelled(CONFIRM)).length === 1;
    part = part.parentElement;
  }
  return false;
}

function isPost(place: Place): boolean {
  return !isComment(place) && !chatAround(place.editor);
}

function isComment({ scope }: Place): boolean {
  return scope.matches(`${COMMENT_FORM}, [role="article"]`) || scope.querySelector(COMMENT_SEND) !== null;
}

function isReply(editor: HTMLElement): boolean {
  const label = plain(editor.getAttribute("aria-label") ?? editor.getAttribute("aria-placeholder") ?? "");
  if (REPLY_STARTS.some((start) => label.startsWith(plain(start)))) return true;
  return editor.closest('[role="article"] [role="article"]') !== null;
}

function hasNext(controls: readonly Element[]): boolean {
  return controls.some((control) => isOneOf(NEXT, nameOf(control)));
}

/** In a language without recorded words: the last named control of the step that is on the screen. */
function lastStep(controls: Element[]): Element[] {
  const named = controls.filter((control) => control.hasAttribute("aria-label") && textOf(control) && isShown(control));
  return named.slice(-1);
}

function audienceControl(scope: Element): AudienceWords | null {
  for (const control of scope.querySelectorAll('[role="button"]')) {
    const icon = audienceByIcon(control);
    const label = control.getAttribute("aria-label") ?? "";
    const word = afterStart(PRIVACY_STARTS, label) ?? afterRow(control);
    if (icon) return { audience: icon, siteWord: word ?? (textOf(control) || null) };
    if (word) return { audience: audienceByWord(word), siteWord: word };
    if (control.querySelector('[aria-hidden="true"] > img[width="12"]')) {
      const shown = textOf(control);
      return { audience: audienceByWord(shown), siteWord: shown || null };
    }
  }
  return null;
}

function audienceByIcon(part: Element): Audience | null {
  for (const image of part.querySelectorAll("img")) {
    const file = new URL(image.src, location.href).pathname.split("/").at(-1) ?? "";
    const audience = AUDIENCE_ICONS[file];
    if (audience) return audience;
  }
  return null;
}

function audienceByWord(word: string): Audience {
  const name = plain(word);
  return AUDIENCES.find(([known]) => name === plain(known) || name.startsWith(`${plain(known)}:`))?.[1] ?? "unknown";
}

function afterStart(starts: readonly string[], label: string): string | null {
  const start = starts.find((candidate) => label.toLocaleLowerCase().startsWith(candidate.toLocaleLowerCase()));
  return start ? label.slice(start.length).replace(/[.。]?\s*$/, "") : null;
}

/** The row "Post audience / Friends" of the second step. */
function afterRow(control: Element): string | null {
  const [title, word] = textOf(control).split("\n");
  return title && word && isOneOf(AUDIENCE_ROWS, plain(title)) ? word.trim() : null;
}

/** A comment is read by whoever can read the post above it. */
function audienceOfAnswered(editor: HTMLElement): AudienceWords {
  const post = postAround(editor);
  if (post) {
    const icon = audienceByIcon(post);
    if (icon) return { audience: icon, siteWord: null };
    for (const part of post.querySelectorAll("img[alt], i[aria-label], svg[aria-label]")) {
      const word = afterStart(SHARED_STARTS, part.getAttribute("aria-label") ?? part.getAttribute("alt") ?? "");
      if (word) return { audience: audienceByWord(word), siteWord: word };
    }
  }
  return inPlace() ? audienceOfPlace(post ?? editor) : UNKNOWN_AUDIENCE;
}

/** The outermost article around a comment: the post it answers. */
function postAround(editor: HTMLElement): Element | null {
  let post: Element | null = null;
  for (let part: Element | null = editor; part; part = part.parentElement) {
    if (part.matches('[role="article"]')) post = part;
    else if (part.matches('[role="dialog"]')) return post ?? part;
  }
  return post;
}
