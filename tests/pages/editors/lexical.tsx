// Facebook's editor: Lexical. Rich text where Enter makes a paragraph (posts), plain text where it sends (comments, chats).

import { HashtagNode } from "@lexical/hashtag";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HashtagPlugin } from "@lexical/react/LexicalHashtagPlugin";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from "lexical";
import { useEffect, useState } from "react";
import { announce, type PageEditor } from "../app/page";
import { MentionList, useMentions } from "./mentions";

interface LexicalBoxProps {
  kind: "rich" | "plain";
  label?: string;
  placeholder: string;
  onReady(editor: PageEditor): void;
  onText(text: string): void;
  /** A bare Enter that sends. Without it Enter breaks the line. */
  onEnter?(event: KeyboardEvent): void;
  /** Names offered after an "@". */
  mentions?: readonly string[];
}

/** The editor with its placeholder, in Facebook's markup. */
export function LexicalBox(props: LexicalBoxProps) {
  const TextPlugin = props.kind === "rich" ? RichTextPlugin : PlainTextPlugin;
  const [empty, setEmpty] = useState(true);
  const onText = (text: string) => {
    setEmpty(text === "");
    props.onText(text);
  };
  return (
    <LexicalComposer
      initialConfig={{
        namespace: "page",
        nodes: [HashtagNode],
        onError: (error) => {
          throw error;
        },
      }}
    >
      <TextPlugin
        contentEditable={
          <ContentEditable
            className="notranslate"
            role="textbox"
            spellCheck
            tabIndex={0}
            {...(props.label ? { ariaLabel: props.label } : {})}
            aria-placeholder={props.placeholder}
            placeholder={() => null}
            style={{ userSelect: "text", whiteSpace: "pre-wrap", wordBreak: "break-word" }}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      {empty && (
        <div aria-hidden="true">
          <div className="placeholder">{props.placeholder}</div>
        </div>
      )}
      <HashtagPlugin />
      <HistoryPlugin />
      <Behaviour {...props} onText={onText} />
    </LexicalComposer>
  );
}

function Behaviour({ kind, onReady, onText, onEnter, mentions = [] }: LexicalBoxProps) {
  const [editor] = useLexicalComposerContext();
  const list = useMentions(editor, mentions);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the handle belongs to the editor, not to a rendering of it
  useEffect(() => {
    const handle = pageEditor(editor, kind);
    onReady(handle);
    return announce(handle);
  }, [editor]);

  useEffect(() => editor.registerTextContentListener(() => onText(modelText(editor))), [editor, onText]);

  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event || event.isComposing) return false;
          if (list.pick()) {
            event.preventDefault();
            return true;
          }
          if (!onEnter || event.shiftKey) return false;
          event.preventDefault();
          onEnter(event);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, list, onEnter],
  );

  return <MentionList {...list} />;
}

function pageEditor(editor: LexicalEditor, kind: "rich" | "plain"): PageEditor {
  return {
    get root() {
      const root = editor.getRootElement();
      if (!root) throw new Error("the editor is not on the page");
      return root;
    },
    text: () => modelText(editor),
    set: (text) =>
      editor.update(() => {
        const root = $getRoot().clear();
        const lines = text === "" ? [""] : text.split("\n");
        let paragraph = $createParagraphNode();
        root.append(paragraph);
        lines.forEach((line, index) => {
          if (index > 0 && kind === "rich") {
            paragraph = $createParagraphNode();
            root.append(paragraph);
          } else if (index > 0) paragraph.append($createLineBreakNode());
          if (line !== "") paragraph.append($createTextNode(line));
        });
        root.selectEnd();
      }),
  };
}

function modelText(editor: LexicalEditor): string {
  return editor.read(() =>
    $getRoot()
      .getChildren()
      .map((paragraph) => paragraph.getTextContent())
      .join("\n"),
  );
}
