// The question about a request that was just accepted or sent: is this a patient? Beside the page's work, and it never takes the focus.

import { citation } from "./citation";
import type { RequestQuestion, RequestSurface } from "./contract";
import { button, element } from "./dom";
import type { Host } from "./host";
import { word } from "./words";

export function makeRequest(host: Host, near: () => Element | null, say: (sentence: string) => void): RequestSurface {
  let open: Panel | null = null;
  return {
    ask(question) {
      open?.close();
      const closed = (): void => {
        if (open === panel) open = null;
      };
      const panel = new Panel(host, question, closed, say);
      open = panel;
      host.place(near());
      host.layer.append(panel.node);
      say(word("request_said"));
    },
    focus() {
      open?.focus();
      return open !== null;
    },
  };
}

class Panel {
  readonly node = element("section", {
    class: "beside request",
    attributes: { role: "dialog", "aria-modal": "false", "aria-labelledby": "request-title" },
  });
  private back: Element | null = null;
  private isStopping = false;
  private readonly removeKeys: () => void;
  private readonly ending = new AbortController();

  constructor(
    private readonly host: Host,
    private readonly question: RequestQuestion,
    private readonly closed: () => void,
    private readonly say: (sentence: string) => void,
  ) {
    this.removeKeys = host.onKey((event) => this.onKey(event));
    this.followDialogs();
    this.show(this.asked());
  }

  focus(): void {
    if (!this.isFocused) this.back = document.activeElement;
    this.node.querySelector<HTMLElement>("h2")?.focus();
  }

  close(): void {
    const wasFocused = this.isFocused;
    this.removeKeys();
    this.ending.abort();
    this.node.remove();
    this.host.clearAway();
    if (wasFocused) this.goBack();
    this.closed();
  }

  /** A modal dialog of the page makes what lies outside it inert, and takes what lies inside with it when it closes. */
  private followDialogs(): void {
    const { signal } = this.ending;
    const follow = ({ target }: Event): void => {
      if (target instanceof Element && !this.host.is(target)) this.host.place(target);
    };
    // To open one moves the focus.
    window.addEventListener("focusin", follow, { capture: true, passive: true, signal });
    // What is removed loses its size.
    const removed = new ResizeObserver(() => {
      if (!this.node.getClientRects().length) this.host.place(null);
    });
    removed.observe(this.node);
    signal.addEventListener("abort", () => removed.disconnect());
  }

  private get isFocused(): boolean {
    return this.host.focused !== null && this.node.contains(this.host.focused);
  }

  /** Says whether the focus went where it came from: that may be gone, or take none. */
  private goBack(): boolean {
    if (this.back instanceof HTMLElement) this.back.focus({ preventScroll: true });
    return !this.isFocused;
  }

  private show(parts: readonly (Node | null)[]): void {
    const wasFocused = this.isFocused;
    this.node.replaceChildren(...parts.filter((part) => part !== null));
    if (wasFocused) this.focus();
  }

  private asked(): (Node | null)[] {
    const { siteName } = this.question;
    const said = element("span", { class: "quiet", attributes: { role: "status" } });
    return [
      heading(word("request_title")),
      element("p", { class: "quiet", text: word("request_once") }),
      element(
        "div",
        { class: "choices" },
        button(word("request_no"), "plain", () => this.close()),
        button(word("request_yes"), "plain", () => this.show(this.advised())),
      ),
      element(
        "div",
        { class: "choices" },
        button(word("request_stop", siteName), "quiet", () => void this.stopAsking(said)),
        said,
      ),
    ];
  }

  private async stopAsking(said: HTMLElement): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    said.textContent = "";
    const isKept = await this.question.stopAsking();
    this.isStopping = false;
    if (isKept === false) {
      if (said.isConnected) said.textContent = word("request_not_stopped");
      else this.say(word("request_not_stopped"));
    } else if (said.isConnected) this.close();
  }

  private advised(): (Node | null)[] {
    const { request, advice } = this.question;
    const decline = advice.fixes.find(({ reply }) => reply)?.replacement;
    return [
      heading(word(`request_${request}_title`)),
      element("p", { text: word(`request_${request}_how`) }),
      // It can be marked by hand where the browser does not let it be copied.
      decline ? element("blockquote", { text: decline, attributes: { "data-focused": "" } }) : null,
      decline ? copying(decline) : null,
      element("p", { class: "why", text: advice.why }),
      ...advice.guidance.slice(0, 2).map(citation),
      element(
        "footer",
        {},
        button(word("card_close"), "quiet", () => this.close()),
      ),
    ];
  }

  private onKey(event: KeyboardEvent): boolean {
    if (!this.isFocused) return false;
    if (event.key === "Escape") {
      this.close();
      return true;
    }
    if (event.key !== "Tab") return false;
    const stops = [...this.node.querySelectorAll<HTMLElement>("h2, button, a[href]")];
    const next = stops.indexOf(this.host.focused as HTMLElement) + (event.shiftKey ? -1 : 1);
    // Out at either end, back to the page, or wherever the browser goes from here: it is no trap, and stays open.
    if (!stops[next]) return this.goBack();
    stops[next].focus();
    return true;
  }
}

function heading(text: string): HTMLElement {
  return element("h2", { id: "request-title", text, attributes: { tabindex: "-1" } });
}

function copying(words: string): HTMLElement {
  const said = element("span", { class: "quiet", attributes: { role: "status" } });
  const copy = button(word("request_copy"), "strong", async () => {
    try {
      await navigator.clipboard.writeText(words);
      said.textContent = word("request_copied");
    } catch {
      said.textContent = word("request_not_copied");
    }
  });
  return element("div", { class: "choices" }, copy, said);
}
