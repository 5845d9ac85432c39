// A place where several people write: its header, and the row that opens the create-post dialog.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { pageRoot } from "../app/page";
import { DivButton } from "./button";
import { PostDialog } from "./dialog";
import "./facebook.css";

interface Place {
  name: string;
  path: string;
  /** What the header says below the name, piece by piece. */
  header: readonly string[];
  pagelet: string;
  trigger: string;
}

export function renderPlace(place: Place): void {
  createRoot(pageRoot()).render(<PlacePage {...place} />);
}

function PlacePage({ name, path, header, pagelet, trigger }: Place) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="sheet" role="banner">
        <h1>
          <a href={path}>{name}</a>
        </h1>
        {header.map((piece) => (
          <span key={piece}>{piece}</span>
        ))}
      </div>
      <div className="sheet" data-pagelet={pagelet}>
        <DivButton label={trigger} onPress={() => setOpen(true)} />
      </div>
      {isOpen && <PostDialog kind="group-post" within={name} onClose={() => setOpen(false)} />}
    </>
  );
}
