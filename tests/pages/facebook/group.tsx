// A group whose kind the header tells (`?group=public|private`) or does not (`?group=unknown`).

import { variant } from "../app/page";
import { renderPlace } from "./place";

const KIND = variant("group", "private", "public", "unknown");
const SAID = { private: ["Private group"], public: ["Public group"], unknown: [] }[KIND];

renderPlace({
  name: "Rural GPs",
  path: "/groups/2002/",
  header: [...SAID, " · ", "1.2K members"],
  pagelet: "GroupInlineComposer",
  trigger: KIND === "public" ? "Create a public post…" : "Write something...",
});
