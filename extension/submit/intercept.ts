// Sees every submit before the page does, in window's capture phase from document_start on. Whatever is no submit of a composer of
// ours passes untouched; so does everything while nothing is composed.

import type { Composer } from "../composer/composer";
import { isEnabled } from "../sites/dom";
import type { Gesture } from "./gesture";
import { belongsToInputMethod, picksSuggestion } from "./keys";

export interface Submits {
  composers(): readonly Composer[];
  /** Our own surfaces are none of the page's controls. */
  owns(event: Event): boolean;
  /** A submit may follow: have a report ready. */
  expected(composer: Composer): void;
  /** Decides at once about the composers that go out together, that of the gesture first; `false` holds the submit. */
  mayPass(composers: readonly Composer[], gesture: Gesture): boolean;
}

export function interceptSubmits(submits: Submits, signal: AbortSignal): void {
  const on = <T extends keyof WindowEventMap>(type: T, listener: (event: WindowEventMap[T]) => void): void =>
    window.addEventListener(
      type,
      (event) => {
        if (event.isTrusted && !submits.owns(event)) listener(event);
      },
      { capture: true, signal },
    );

  const decide = (event: Event, composer: Composer | null, gesture: () => Gesture): void => {
    if (!composer || submits.mayPass(together(composer, submits.composers()), gesture())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  on("pointerdown", (event) => {
    const path = event.composedPath();
    for (const composer of submits.composers()) if (path.includes(composer.scope)) submits.expected(composer);
  });

  on("click", (event) => {
    const found = controlIn(event, submits.composers());
    decide(event, found?.composer ?? null, () => ({ kind: "click", control: found?.control as HTMLElement }));
  });

  on("keydown", (event) => {
    const path = event.composedPath();
    if (belongsToInputMethod(event)) return;
    if (event.key === "Control" || event.key === "Meta") {
      for (const composer of submits.composers()) if (composer.isTypedIn(path)) submits.expected(composer);
    }
    const composer = composerOfKey(event, path, submits.composers());
    decide(event, composer, () => ({ kind: "key", event, target: path[0] ?? window }));
  });

  on("submit", (event) => {
    const form = event.composedPath()[0];
    if (!(form instanceof HTMLFormElement)) return;
    for (const composer of submits.composers()) {
      if (!form.contains(composer.editor)) continue;
      decide(event, composer, () => ({ kind: "form", form, submitter: event.submitter }));
      return;
    }
  });
}

/** What is published by the same control as a composer, itself first. */
function together(composer: Composer, composers: readonly Composer[]): Composer[] {
  const controls = composer.submits();
  const others = composers.filter((other) => other !== composer);
  return [composer, ...others.filter((other) => other.submits().some((control) => controls.includes(control)))];
}

function controlIn(event: Event, composers: readonly Composer[]): { composer: Composer; control: Element } | null {
  const path = event.composedPath();
  // The composer that the control stands in, before others that go out with it.
  const nearest = composers.toSorted((one, other) => +path.includes(other.scope) - +path.includes(one.scope));
  for (const composer of nearest) {
    const control = composer.submits().find((candidate) => path.includes(candidate));
    if (control && isEnabled(control)) return { composer, control };
  }
  return null;
}

/** The composer that a key submits: by its own shortcut, or by Enter or Space on a control that is no real button. */
function composerOfKey(
  event: KeyboardEvent,
  path: readonly EventTarget[],
  composers: readonly Composer[],
): Composer | null {
  if (event.key !== "Enter" && event.key !== " ") return null;
  for (const composer of composers) {
    if (composer.isTypedIn(path)) {
      return composer.isSubmitKey(event) && !picksSuggestion(event, composer.editor) ? composer : null;
    }
    // Browsers turn keys on real buttons into clicks; on others the site listens to the keys itself.
    const control = composer.submits().find((candidate) => candidate === path[0]);
    if (control && isEnabled(control) && !(control instanceof HTMLButtonElement)) return composer;
  }
  return null;
}
