// Answers the popup's box. It has a port of its own: a popup closes while something is under way more often than not.

import { checkDraft, readDraft } from "./engine";
import { type LineAnswer, TRY_PORT } from "./messages";
import { isOwnPage } from "./popup";
import { isLineRequest } from "./shapes";

/** No site's. */
const SITE = "other";

export function listenToTries(): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== TRY_PORT) return;
    if (!isOwnPage(port.sender)) {
      port.disconnect();
      return;
    }
    port.onMessage.addListener(async (message: unknown) => {
      const answer = await answerTo(message);
      try {
        if (answer) port.postMessage(answer);
      } catch {
        // The popup has been closed; nobody waits for this answer any more.
      }
    });
  });
}

/** Only drafts are answered here, of which nothing is known. */
async function answerTo(message: unknown): Promise<LineAnswer | null> {
  if (!isLineRequest(message)) return null;
  if (message.kind === "check") {
    const report = await checkDraft({ ...message.draft, site: SITE }, SITE).catch(() => null);
    return { kind: "report", id: message.id, report };
  }
  if (message.kind === "look-closer") {
    const readings = await readDraft({ ...message.draft, site: SITE }).catch(() => null);
    return { kind: "looked", id: message.id, readings };
  }
  return null;
}
