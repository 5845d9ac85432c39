// What stands around every page of X: the side bar with the account, the primary column, the layer the modal lies in.

import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "../app/samples";
import { pageRoot } from "../app/page";
import { IS_PROTECTED, WORDS } from "./words";
import "./x.css";

/** Ann's post, which replies answer. */
export function AnnsPost() {
  return (
    <article data-testid="tweet" tabIndex={-1}>
      <div data-testid="User-Name">Ann @ann</div>
      <div data-testid="tweetText">
        <span>I saw Dr Doe last week and my knee is still twice its size. Anyone else?</span>
      </div>
    </article>
  );
}

/** Renders a page of X; `layer` is what lies over it. */
export function renderX(column: ReactNode, layer?: ReactNode): void {
  createRoot(pageRoot()).render(
    <div id="react-root">
      <header role="banner" className="row">
        <button type="button" data-testid="SideNav_AccountSwitcher_Button">
          Jane Doe @janedoe{" "}
          {IS_PROTECTED && (
            <svg data-testid="icon-lock" aria-label={WORDS.locked} viewBox="0 0 10 10" width="12" height="12">
              <rect x="1" y="4" width="8" height="6" />
            </svg>
          )}
        </button>
      </header>
      <main data-testid="primaryColumn" className="sheet">
        {column}
      </main>
      <div id="layers">{layer}</div>
    </div>,
  );
}
