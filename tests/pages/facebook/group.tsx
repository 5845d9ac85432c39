// A group whose kind the header tells (`?group=public|private`) or does not (`?group=unknown`).

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { pageRoot, variant } from "../app/page";
import { DivButton } from "./button";
import { PostDialog } from "./dialog";
import "./facebook.css";

const NAME = "Rural GPs";
const KIND = variant("group", "private", "public", "unknown");
const HEADER = { private: "Private group", public: "Public group", unknown: "" }[KIND];
const TRIGGER = KIND === "public" ? "Create a public post…" : "Write something...";

function Group() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="sheet" role="banner">
        <h1>
          <a href="/groups/2002/">{NAME}</a>
        </h1>
        <span>{HEADER}</span>
        <span> · 1.2K members</span>
      </div>
      <div className="sheet" data-pagelet="GroupInlineComposer">
        <DivButton label={TRIGGER} onPress={() => setOpen(true)} />
      </div>
      {isOpen && <PostDialog kind="group-post" flow="one-step" group={NAME} onClose={() => setOpen(false)} />}
    </>
  );
}

createRoot(pageRoot()).render(<Group />);
