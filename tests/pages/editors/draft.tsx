// X's editor: Draft.js, one block to a line, with @mentions and #tags decorated and what is over the limit marked, so that
// one word can lie in several text nodes.

import {
  CompositeDecorator,
  type ContentBlock,
  ContentState,
  type DraftHandleValue,
  Editor,
  EditorState,
  getDefaultKeyBinding,
  KeyBindingUtil,
  Modifier,
  SelectionState,
} from "draft-js";
import "draft-js/dist/Draft.css";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { announce, type PageEditor } from "../app/page";

const LIMIT = 280;
const OVERFLOW = "overflow";

interface DraftBoxProps {
  /** X's name for the box: `tweetTextarea_0`, `dmComposerTextInput` … */
  testId: string;
  label: string;
  placeholder: string;
  onReady(editor: PageEditor): void;
  onText(text: string): void;
  /** The editor's own key for sending: with a command modifier (posts) or bare (messages). */
  sends: "modifier" | "bare";
  onSend(event: Event): void;
}

/** The editor in X's wrappers. */
export function DraftBox({ testId, label, placeholder, onReady, onText, sends, onSend }: DraftBoxProps) {
  const [state, setState] = useState(() => EditorState.createEmpty(DECORATOR));
  const latest = useRef(state);
  const wrapper = useRef<HTMLDivElement>(null);

  const change = (next: EditorState) => {
    latest.current = markOverflow(next);
    setState(latest.current);
    onText(plain(latest.current));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the handle belongs to the editor, not to a rendering of it
  useEffect(() => {
    const root = wrapper.current?.querySelector<HTMLElement>(".public-DraftEditor-content");
    if (!root) return;
    const handle: PageEditor = {
      root,
      text: () => plain(latest.current),
      set: (text) => {
        const content = ContentState.createFromText(text, "\n");
        change(EditorState.moveFocusToEnd(EditorState.push(latest.current, content, "insert-characters")));
      },
    };
    onReady(handle);
    return announce(handle);
  }, []);

  const keyBinding = (event: KeyboardEvent): string | null => {
    const isSend =
      event.key === "Enter" &&
      (sends === "modifier" ? KeyBindingUtil.hasCommandModifier(event) : !event.shiftKey && !event.ctrlKey);
    if (!isSend) return getDefaultKeyBinding(event);
    onSend(event.nativeEvent);
    return "send";
  };
  const handleCommand = (command: string): DraftHandleValue => (command === "send" ? "handled" : "not-handled");

  return (
    <label data-testid={`${testId}_label`}>
      <div data-testid={`${testId}RichTextInputContainer`} ref={wrapper}>
        <Editor
          editorState={state}
          onChange={change}
          placeholder={placeholder}
          ariaLabel={label}
          // As X has them at all times, whether or not there is such a list.
          ariaAutoComplete="list"
          ariaActiveDescendantID="typeaheadFocus-0.3512470136"
          ariaControls="typeaheadDropdownWrapped-0"
          ariaMultiline
          webDriverTestID={testId}
          role="textbox"
          spellCheck
          tabIndex={0}
          stripPastedStyles
          keyBindingFn={keyBinding}
          handleKeyCommand={handleCommand}
          customStyleMap={{ [OVERFLOW]: { backgroundColor: "light-dark(#fbb9c5, #6b1a2b)" } }}
        />
      </div>
    </label>
  );
}

function plain(state: EditorState): string {
  return state.getCurrentContent().getPlainText("\n");
}

function decorate(pattern: RegExp) {
  return {
    strategy: (block: ContentBlock, found: (start: number, end: number) => void) => {
      for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length);
    },
    component: ({ children }: { children?: ReactNode }) => <span className="entity">{children}</span>,
  };
}

const DECORATOR = new CompositeDecorator([decorate(/@\w{1,15}/g), decorate(/#\w+/g), decorate(/https?:\/\/[^\s]+/g)]);

/** Styles what lies beyond the limit, as a change the undo stack does not see. */
function markOverflow(state: EditorState): EditorState {
  let content = state.getCurrentContent();
  let before = 0;
  for (const block of content.getBlocksAsArray()) {
    const length = block.getLength();
    const from = Math.min(length, Math.max(0, LIMIT - before));
    before += length + 1;
    for (const [start, end, over] of [
      [0, from, false],
      [from, length, true],
    ] as const) {
      if (end === start || uniform(block, start, end, over)) continue;
      const span = SelectionState.createEmpty(block.getKey()).merge({ anchorOffset: start, focusOffset: end });
      content = (over ? Modifier.applyInlineStyle : Modifier.removeInlineStyle)(content, span, OVERFLOW);
    }
  }
  return content === state.getCurrentContent() ? state : EditorState.set(state, { currentContent: content });
}

function uniform(block: ContentBlock, start: number, end: number, over: boolean): boolean {
  for (let at = start; at < end; at += 1) if (block.getInlineStyleAt(at).has(OVERFLOW) !== over) return false;
  return true;
}
