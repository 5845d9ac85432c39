// The gate: a real modal dialog that holds a submit once. Escape goes back to the text; "Post anyway" is always there.

import type { Finding } from "../contract";
import type { Gate, GateAnswer, GateRequest } from "./contract";
import { button, element } from "./dom";
import type { Host } from "./host";
import { audienceLine, categoryTitle, word } from "./words";

/** More than three reasons are not read; the rest are counted. */
const LISTED = 3;

export function makeGate(host: Host, near: () => Element | null, signal: AbortSignal): Gate {
  let open: HTMLDialogElement | null = null;
  return {
    get isOpen() {
      return open !== null;
    },
    ask(request) {
      return new Promise((settle) => {
        const consent = request.offerConsent ? element("input", { attributes: { type: "checkbox" } }) : null;
        const finish = (answer: GateAnswer): void => {
          if (!open) return;
          const dialog = open;
          open = null;
          removeKeys();
          dialog.close();
          dialog.remove();
          settle(answer);
        };
        const edit = button(word("gate_edit"), "strong", () => finish({ kind: "edit" }));
        const post = button(word("gate_post"), "plain", () =>
          finish({ kind: "post", consentRecorded: consent?.checked ?? false }),
        );
        const dialog = build(request, consent, edit, post);
        open = dialog;
        dialog.addEventListener("cancel", (event) => {
          event.preventDefault();
          finish({ kind: "edit" });
        });
        dialog.addEventListener("close", () => finish({ kind: "edit" }));
        const stops = [consent, edit, post].filter((stop) => stop !== null);
        const removeKeys = host.onKey((event) => onKey(event, stops, host, () => finish({ kind: "edit" })));
        signal.addEventListener("abort", () => finish({ kind: "edit" }), { once: true });
        host.place(near());
        host.layer.append(dialog);
        dialog.showModal();
        dialog.querySelector("h2")?.focus();
      });
    },
  };
}

function build(
  request: GateRequest,
  consent: HTMLInputElement | null,
  edit: HTMLButtonElement,
  post: HTMLButtonElement,
): HTMLDialogElement {
  const listed = request.findings.slice(0, LISTED);
  const more = request.findings.length - listed.length;
  return element(
    "dialog",
    { class: "gate", attributes: { "aria-labelledby": "gate-title", "aria-describedby": "gate-audience" } },
    element("h2", { id: "gate-title", text: word("gate_title"), attributes: { tabindex: "-1" } }),
    element("p", { class: "audience", id: "gate-audience", text: audienceLine(request.audience) }),
    element("ol", {}, ...listed.map((finding, index) => row(finding, request.quotes[index] ?? ""))),
    more > 0 ? element("p", { class: "more", text: word("gate_more", String(more)) }) : null,
    consent && element("label", {}, consent, element("span", { text: word("gate_consent") })),
    element("div", { class: "choices" }, edit, post),
  );
}

function row(finding: Finding, quote: string): HTMLElement {
  return element(
    "li",
    {},
    element("span", { class: `shape ${finding.severity}`, text: "      ", attributes: { "aria-hidden": "true" } }),
    quote ? element("q", { text: shortened(quote) }) : element("strong", { text: categoryTitle(finding.category) }),
    element("p", { text: finding.message }),
  );
}

/** Long quotes keep their two ends. */
function shortened(quote: string): string {
  const characters = [...quote];
  return characters.length <= 90 ? quote : `${characters.slice(0, 55).join("")} … ${characters.slice(-28).join("")}`;
}

function onKey(event: KeyboardEvent, stops: HTMLElement[], host: Host, back: () => void): boolean {
  if (event.key === "Escape") {
    back();
    return true;
  }
  if (event.key !== "Tab") return false;
  // Tab past the last control would leave the page for the browser's own bars.
  const at = stops.indexOf(host.focused as HTMLElement);
  const step = event.shiftKey ? -1 : 1;
  const next =
    at < 0
      ? event.shiftKey
        ? stops.length - 1
        : Math.max(0, stops.length - 2)
      : (at + step + stops.length) % stops.length;
  stops[next]?.focus();
  return true;
}
