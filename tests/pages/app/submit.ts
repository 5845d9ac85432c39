// How a site takes a post. Each variant is something real sites do: take it at once, take it only from a trusted event, or
// take three seconds over it. Nothing here guards against a second submit, so that a post sent twice is seen twice.

import { variant } from "./page";

const WAY = variant("submit", "at-once", "trusted-only", "slow");
const SLOW_MS = 3000;

/** Takes `text` as a post of `kind`, then calls `done`, where the page closes or empties its composer. */
export function takePost(event: Event, kind: string, text: string, done: () => void): void {
  if (text.trim() === "") return;
  if (WAY === "trusted-only" && !event.isTrusted) return;
  const take = () => {
    window.__posts.push({ kind, text, at: performance.now(), trusted: event.isTrusted });
    done();
    showPosted(kind, text);
  };
  if (WAY === "slow") setTimeout(take, SLOW_MS);
  else take();
}

function showPosted(kind: string, text: string): void {
  let list = document.querySelector("ol.posted");
  if (!list) {
    list = document.createElement("ol");
    list.className = "posted";
    document.body.append(list);
  }
  const item = document.createElement("li");
  const label = document.createElement("strong");
  label.textContent = `Posted (${kind})`;
  const body = document.createElement("p");
  body.textContent = text;
  item.append(label, body);
  list.prepend(item);
}
