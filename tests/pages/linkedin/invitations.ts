// Invitations that were received, somebody to connect with, and a banner that has something else accepted. To connect opens a modal
// dialog, which closes when the invitation goes out.

import { element } from "../app/dom";
import { pageRoot } from "../app/page";
import { takePost } from "../app/submit";
import "./linkedin.css";

function invitation(name: string): HTMLElement {
  const accept = element(
    "button",
    {
      class: "invitation-card__action-btn artdeco-button artdeco-button--2 artdeco-button--secondary",
      "aria-label": `Accept ${name}’s invitation`,
    },
    "Accept",
  );
  const ignore = element(
    "button",
    {
      class: "invitation-card__action-btn artdeco-button artdeco-button--muted artdeco-button--tertiary",
      "aria-label": `Ignore ${name}’s invitation`,
    },
    "Ignore",
  );
  const card = element("li", { class: "invitation-card sheet" }, element("strong", {}, name), ignore, accept);
  accept.addEventListener("click", (event) => takePost(event, "request", "accepted", () => card.remove()));
  ignore.addEventListener("click", () => card.remove());
  return card;
}

function inviteDialog(): HTMLDialogElement {
  const send = element("button", { class: "primary", "aria-label": "Send without a note" }, "Send without a note");
  const dialog = element(
    "dialog",
    { "data-testid": "dialog" },
    element("p", {}, "Add a note to your invitation?"),
    send,
  );
  send.addEventListener("click", (event) =>
    takePost(event, "request", "sent", () => {
      dialog.close();
      dialog.remove();
    }),
  );
  return dialog;
}

const connect = element(
  "a",
  { href: "/preload/search-custom-invite/?vanityName=anton", "aria-label": "Invite Anton Meyer to connect" },
  "Connect",
);
connect.addEventListener("click", (event) => {
  event.preventDefault();
  const dialog = inviteDialog();
  document.body.append(dialog);
  dialog.showModal();
});

const cookies = element("button", { "aria-label": "Accept cookies" }, "Accept");
cookies.addEventListener("click", (event) => takePost(event, "banner", "accepted", () => undefined));

pageRoot().append(
  element("div", { class: "sheet" }, "This site uses cookies. ", cookies),
  element("ul", {}, invitation("Ann Lee"), invitation("Priya Nair")),
  element("div", { class: "sheet" }, "Anton Meyer ", connect),
);
