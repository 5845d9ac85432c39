// Replaces words in an editor and believes only what it reads back. Whoever types on meanwhile is never waited for: what is still to
// be done is done before the key reaches the editor, and what was typed is never undone.

import { inOneNode, isTextControl, type Reading, rangeOf, read } from "../composer/reading";
import { kindOf } from "./index";
import { select } from "./selection";
import { Writing } from "./writing";

/** `undone`: the editor made something else of it and was brought back. `changed`: it could not be brought back. */
export type Outcome = "done" | "undone" | "changed";

/** Longest wait for the editor to hear of the new selection, in milliseconds. An unchanged selection is never told. */
const SELECTION_WAIT = 60;
/** An editor has settled when it has not changed for this long, in milliseconds. */
const QUIET = 30;
/** Longest wait for an editor to settle, in milliseconds. */
const SETTLE_WAIT = 500;
/** Editors keep one edit as up to two steps of their history. */
const UNDO_STEPS = 2;

/** Puts `words` in place of the code units from `start` to `end` of the editor's text; the caret is behind them then. */
export async function replace(editor: HTMLElement, start: number, end: number, words: string): Promise<Outcome> {
  const before = read(editor);
  const wanted = before.text.slice(0, start) + words + before.text.slice(end);
  const writing = new Writing();
  try {
    if (isTextControl(editor)) {
      editor.focus({ preventScroll: true });
      editor.setSelectionRange(start, end);
      writing.ours(() => kindOf(editor).insert(editor, words, false));
    } else {
      const { range, put } = selectionFor(before, start, end, words);
      if (!range) return "undone";
      const heard = selectionHeard(writing);
      select(editor, range);
      await heard;
      writing.ours(() => kindOf(editor).insert(editor, put, !inOneNode(range)));
    }
    await settled(editor, writing);
    if (read(editor).text === wanted) return "done";
    return (await undo(editor, before.text, writing)) ? "undone" : "changed";
  } finally {
    writing.end();
  }
}

/**
 * Some editors take a pasted replacement over several nodes, but no deletion: there the letter before is replaced by itself.
 */
function selectionFor(
  before: Reading,
  start: number,
  end: number,
  words: string,
): { range: Range | null; put: string } {
  const range = rangeOf(before, start, end);
  const [letter] = words === "" && range && !inOneNode(range) ? [...before.text.slice(0, start)].slice(-1) : [];
  if (!letter || letter === "\n") return { range, put: words };
  return { range: rangeOf(before, start - letter.length, end), put: letter };
}

async function undo(editor: HTMLElement, text: string, writing: Writing): Promise<boolean> {
  for (let step = 0; step < UNDO_STEPS && read(editor).text !== text; step += 1) {
    // The last step would be what was typed since.
    if (step > 0 && writing.goesOn) return false;
    writing.ours(() => document.execCommand("undo"));
    await settled(editor, writing);
  }
  return read(editor).text === text;
}

/** Resolves when the editor has heard of the new selection: by the browser, or by us when the next key comes first. */
function selectionHeard(writing: Writing): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", heard);
      resolve();
    };
    // The editor's own listener may come after ours: it has run when the next task begins.
    const heard = (): void => void setTimeout(done);
    const timer = setTimeout(done, SELECTION_WAIT);
    document.addEventListener("selectionchange", heard, { once: true });
    writing.whenItGoesOn(() => {
      document.dispatchEvent(new Event("selectionchange"));
      done();
    });
  });
}

function settled(editor: HTMLElement, writing: Writing): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(longest);
      resolve();
    };
    let quiet = setTimeout(done, QUIET);
    const longest = setTimeout(done, SETTLE_WAIT);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, QUIET);
    });
    observer.observe(editor, { childList: true, characterData: true, subtree: true });
    writing.whenItGoesOn(done);
  });
}
