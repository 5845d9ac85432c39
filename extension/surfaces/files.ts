// Before files are attached: a real modal dialog that says what they give away. After a picture was attached with nothing to say of it:
// the three questions, beside the page's work.

import type { Files, FilesChoice, FilesQuestion } from "./contract";
import { button, element } from "./dom";
import type { Host } from "./host";
import { type Modal, openModal } from "./modal";
import { word } from "./words";

const QUESTIONS = ["people", "background", "consent"] as const;
/** More lines about one file are not read; the rest are counted. */
const LINES = 6;

export function makeFiles(host: Host, near: () => Element | null, signal: AbortSignal): Files {
  let reminder: HTMLElement | null = null;
  const forget = (): void => {
    reminder?.remove();
    reminder = null;
    host.clearAway();
  };
  return {
    ask(question) {
      forget();
      return openModal<FilesChoice>(host, near(), (finish) => modal(question, finish), signal);
    },
    remind() {
      forget();
      reminder = element(
        "section",
        { class: "beside reminder", attributes: { role: "note" } },
        questions(),
        button(word("files_check_done"), "quiet", forget),
      );
      host.place(near());
      host.layer.append(reminder);
    },
  };
}

function modal(
  { files, canClean, isPicture }: FilesQuestion,
  finish: (choice: FilesChoice) => void,
): Modal<FilesChoice> {
  const number = files.length === 1 ? "one" : "many";
  const clean = canClean ? button(word(`files_clean_${number}`), "strong", () => finish("clean")) : null;
  const none = button(word("files_none"), canClean ? "plain" : "strong", () => finish("none"));
  const asIs = button(word(`files_as_is_${number}`), "plain", () => finish("as-is"));
  const dialog = element(
    "dialog",
    { class: "gate files", attributes: { "aria-labelledby": "files-title", "aria-describedby": "files-intro" } },
    element("h2", { id: "files-title", text: word(`files_title_${number}`), attributes: { tabindex: "-1" } }),
    element("p", { class: "audience", id: "files-intro", text: word("files_intro") }),
    ...files.map(({ name, lines }) => row(name, lines)),
    isPicture ? questions() : null,
    element("div", { class: "choices" }, clean, none, asIs),
  );
  const stops = [clean, none, asIs].filter((stop) => stop !== null);
  return { dialog, stops, first: clean ?? none, onEscape: "as-is" };
}

function row(name: string, lines: readonly string[]): HTMLElement {
  const more = lines.length - LINES;
  const listed = [...lines.slice(0, LINES), ...(more > 0 ? [word("files_more", String(more))] : [])];
  return element(
    "section",
    {},
    element("h3", { text: name }),
    element("ul", {}, ...listed.map((text) => element("li", { text }))),
  );
}

function questions(): HTMLElement {
  return element(
    "section",
    { class: "questions" },
    element("h3", { text: word("files_check") }),
    element("ul", {}, ...QUESTIONS.map((name) => element("li", { text: word(`files_check_${name}`) }))),
  );
}
