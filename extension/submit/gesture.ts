// The user's own way of submitting, kept so that it can be made again once.

import type { Composer } from "../composer/composer";
import { isEnabled, isShown } from "../sites/dom";

export type Gesture =
  | { kind: "click"; control: HTMLElement }
  | { kind: "key"; event: KeyboardEvent; target: EventTarget }
  | { kind: "form"; form: HTMLFormElement; submitter: HTMLElement | null };

/** Makes the gesture again. Says whether there was still anything to make it on. */
export function replay(gesture: Gesture, composer: Composer): boolean {
  switch (gesture.kind) {
    case "click":
      return press(gesture.control.isConnected ? gesture.control : button(composer));
    case "key": {
      // The site's own button is the surest: pages may tell our key from the user's. Where it is not known that the key would have
      // published, only the key itself is made again.
      const control = composer.knowsKeys ? button(composer) : null;
      return control ? press(control) : pressKey(gesture);
    }
    case "form":
      if (!gesture.form.isConnected) return false;
      gesture.form.requestSubmit(gesture.submitter?.isConnected ? gesture.submitter : null);
      return true;
  }
}

function button(composer: Composer): HTMLElement | null {
  const controls = composer.submits().filter((control) => isEnabled(control) && isShown(control));
  return controls.find((control) => control instanceof HTMLElement) ?? null;
}

function press(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}

function pressKey({ event, target }: Extract<Gesture, { kind: "key" }>): boolean {
  const { key, code, keyCode, ctrlKey, metaKey } = event;
  const again = {
    key,
    code,
    keyCode,
    which: keyCode,
    ctrlKey,
    metaKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  target.dispatchEvent(new KeyboardEvent("keydown", again));
  return true;
}
