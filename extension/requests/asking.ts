// Requests to be friends, to connect or to follow. When one is accepted or sent, asks whether this is a patient: afterwards, beside the
// page's work, and without holding the press. Nothing of the other person is read.

import type { Finding } from "../contract";
import type { Adapter, Request } from "../sites/site";
import type { RequestQuestion, Surfaces } from "../surfaces/contract";

/** With Alt and Shift: the same keys that go to the next finding go to the question. */
const ANSWER_KEY = "KeyN";

export interface AskingHelp extends Pick<RequestQuestion, "stopAsking"> {
  adapter: Adapter;
  /** Surfaces beside an element of the page. */
  surfaces(near: Element): Surfaces;
  /** What the rule on requests says; `null` where the user does not want to be asked, or nothing can be said. */
  advice(): Promise<Finding | null>;
}

export class Asking {
  private open: Surfaces | null = null;

  constructor(
    private readonly help: AskingHelp,
    private readonly signal: AbortSignal,
  ) {
    if (!help.adapter.requestBy) return;
    const options = { capture: true, passive: true, signal };
    window.addEventListener("click", (event) => this.pressed(event), options);
    window.addEventListener("keydown", (event) => this.keyed(event), { capture: true, signal });
  }

  /** Goes to the open question by keyboard. Says whether there is one. */
  goTo(): boolean {
    return this.open?.request.focus() ?? false;
  }

  private keyed(event: KeyboardEvent): void {
    if (event.altKey && event.shiftKey && event.code === ANSWER_KEY && this.goTo()) event.preventDefault();
    // On a control that is no real button the site listens to the keys itself, and no click follows.
    const [target] = event.composedPath();
    const isReal = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
    if ((event.key === "Enter" || event.key === " ") && !isReal) this.pressed(event);
  }

  private pressed(event: Event): void {
    if (!event.isTrusted) return;
    for (const part of event.composedPath()) {
      const request = part instanceof Element ? this.help.adapter.requestBy?.(part) : null;
      if (!request) continue;
      void this.ask(request, part as Element);
      return;
    }
  }

  private async ask(request: Request, control: Element): Promise<void> {
    const advice = await this.help.advice();
    if (!advice || this.signal.aborted) return;
    // The page may have taken the control away meanwhile, or opened a dialog outside which nothing can be pressed.
    const modal = document.activeElement?.closest("dialog:modal");
    const surfaces = this.help.surfaces(modal ?? (control.isConnected ? control : document.body));
    this.open = surfaces;
    const { adapter, stopAsking } = this.help;
    surfaces.request.ask({ request, advice, siteName: adapter.name, stopAsking });
  }
}
