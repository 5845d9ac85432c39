// The gate: a real modal dialog that holds a submit once. Escape goes back to the text; "Post anyway" is always there.

import type { Finding } from "../contract";
import type { Gate, GateAnswer, GateRequest } from "./contract";
import { button, element } from "./dom";
import type { Host } from "./host";
import { type Modal, openModal } from "./modal";
import { audienceLine, categoryTitle, restLine, word } from "./words";

/** More than three reasons are not read; the rest are counted. */
const LISTED = 3;

export function makeGate(host: Host, near: () => Element | null, signal: AbortSignal): Gate {
  let isOpen = false;
  return {
    get isOpen() {
      return isOpen;
    },
    async ask(request) {
      isOpen = true;
      const answer = await openModal<GateAnswer>(host, near(), (finish) => modal(request, finish), signal);
      isOpen = false;
      return answer;
    },
  };
}

function modal(request: GateRequest, finish: (answer: GateAnswer) => void): Modal<GateAnswer> {
  const consent = request.offerConsent ? element("input", { attributes: { type: "checkbox" } }) : null;
  const isResting = typeof request.rest === "number";
  const edit = button(word(isResting ? "rest_keep" : "gate_edit"), "strong", () => finish({ kind: "edit" }));
  const rest = request.rest === "offered" ? button(word("rest_begin"), "plain", () => finish({ kind: "rest" })) : null;
  const post = button(word(isResting ? "rest_post" : "gate_post"), "plain", () =>
    finish({ kind: "post", consentRecorded: consent?.checked ?? false }),
  );
  return {
    dialog: build(request, consent, [edit, rest, post]),
    stops: [consent, edit, rest, post].filter((stop) => stop !== null),
    first: edit,
    onEscape: { kind: "edit" },
  };
}

function build(
  request: GateRequest,
  consent: HTMLInputElement | null,
  choices: readonly (HTMLButtonElement | null)[],
): HTMLDialogElement {
  const listed = request.findings.slice(0, LISTED);
  const more = request.findings.length - listed.length;
  return element(
    "dialog",
    { class: "gate", attributes: { "aria-labelledby": "gate-title", "aria-describedby": "gate-audience" } },
    element("h2", { id: "gate-title", text: titleOf(request), attributes: { tabindex: "-1" } }),
    element("p", { class: "audience", id: "gate-audience", text: audienceLine(request.audience) }),
    element("ol", {}, ...listed.map((finding, index) => row(finding, request.quotes[index] ?? ""))),
    more > 0 ? element("p", { class: "more", text: word("gate_more", String(more)) }) : null,
    consent && element("label", {}, consent, element("span", { text: word("gate_consent") })),
    request.rest === null ? null : element("p", { class: "more", text: word("rest_where") }),
    element("div", { class: "choices" }, ...choices),
  );
}

function titleOf({ rest }: GateRequest): string {
  return typeof rest === "number" ? restLine(rest) : word("gate_title");
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
