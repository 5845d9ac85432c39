// Chats of Facebook and of Messenger on its own host: found by their labels, and what they answer by a mark in every language.

import { isOneOf, lastReceived, nameOf, plain } from "./dom";
import { MESSAGE_LABELS } from "./words/facebook";

/** Messages of the other side, by the outermost element that says which way they are written. Recorded by several extensions, to 2025. */
export const RECEIVED =
  '[data-testid="incoming_group"] [role="row"] [dir="auto"]:not([role="row"] [dir="auto"] [dir="auto"])';

/** The chat an editor belongs to, by the label of the editor or of the group around it. */
export function chatAround(editor: HTMLElement): Element | null {
  const group = editor.closest('[role="group"], [aria-label="Thread composer"]');
  if (group && isOneOf(MESSAGE_LABELS, nameOf(group))) return group;
  const names = [editor.getAttribute("aria-label"), editor.getAttribute("aria-placeholder")];
  const isChat = names.some((name) => name !== null && isOneOf(MESSAGE_LABELS, plain(name)));
  return isChat ? (group ?? editor.closest('[role="main"], form') ?? editor.parentElement) : null;
}

/** The last message of the other side in the same chat; several can be open. */
export function receivedIn(editor: HTMLElement): string | null {
  return lastReceived(editor, RECEIVED);
}
