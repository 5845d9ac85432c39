// Groups and events of Facebook: places where several people write, whose header says who reads there.

import type { AudienceWords } from "../surfaces/contract";
import { isOneOf, plain } from "./dom";
import { UNKNOWN_AUDIENCE } from "./site";
import { PRIVATE_GROUP, PUBLIC_EVENT, PUBLIC_GROUP } from "./words/facebook";

/** How far around the place's name its header reaches, in elements. */
const HEADER_DEPTH = 5;
/** Longest line that is still taken for the count of members, in UTF-16 code units. */
const MAX_MEMBERS = 60;

/** What somebody writes or has written, who may use the same words. */
const WRITTEN = '[contenteditable="true"], [role="article"]';

/** Whether the page is one of a group or an event. */
export function inPlace(): boolean {
  return inGroup() || inEvent();
}

/** The kind is named beside the place's name and, on some pages, in the composer or the post. */
export function audienceOfPlace(near: Element): AudienceWords {
  const parts = [near];
  for (let part: Element | null = document.querySelector("h1"), depth = 0; part && depth < HEADER_DEPTH; depth += 1) {
    parts.push(part);
    part = part.parentElement;
  }
  const kindIn = inGroup() ? groupKind : eventKind;
  for (const part of parts) {
    for (const leaf of part.querySelectorAll("span, div, a")) {
      const kind = leaf.childElementCount === 0 ? kindIn(leaf) : null;
      if (kind && !leaf.closest(WRITTEN)) return kind;
    }
  }
  return UNKNOWN_AUDIENCE;
}

function inGroup(): boolean {
  return location.pathname.startsWith("/groups/");
}

function inEvent(): boolean {
  return location.pathname.startsWith("/events/");
}

function groupKind(leaf: Element): AudienceWords | null {
  const [kind = "", ...rest] = wordsOf(leaf).split("·");
  if (isOneOf(PUBLIC_GROUP, plain(kind))) return { audience: "public", siteWord: kind.trim() };
  if (!isOneOf(PRIVATE_GROUP, plain(kind))) return null;
  const members = rest.length > 0 ? rest.join("·") : membersAfter(leaf);
  return { audience: "group", siteWord: [kind.trim(), members.trim()].filter(Boolean).join(" · ") };
}

function eventKind(leaf: Element): AudienceWords | null {
  return isOneOf(PUBLIC_EVENT, plain(wordsOf(leaf))) ? { audience: "public", siteWord: wordsOf(leaf) } : null;
}

/** What the header says after the kind of the group, when it is a count: "· 1.2K members". */
function membersAfter(leaf: Element): string {
  let line = "";
  for (let next = leaf.nextElementSibling; next; next = next.nextElementSibling) line += next.textContent ?? "";
  const words = line.replace(/^[\s·]+/, "");
  return /^\d/.test(words) && words.length <= MAX_MEMBERS ? words : "";
}

function wordsOf(leaf: Element): string {
  return (leaf.textContent ?? "").trim();
}
