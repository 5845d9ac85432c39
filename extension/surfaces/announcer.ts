// One polite live region. It says how many findings there are, never what they are, and not while words are still being typed.

import type { Announcer } from "./contract";
import { element } from "./dom";
import type { Host } from "./host";
import { word } from "./words";

/** Quiet time after the last change before a count is said, ms. */
const THROTTLE = 1500;
/** How long a sentence needs to be heard, ms: so long the region stays in the page. */
const HEARD_FOR = 6000;

export function makeAnnouncer(host: Host, signal: AbortSignal): Announcer {
  const region = element("div", { class: "hidden-words", attributes: { role: "status", "aria-live": "polite" } });
  host.layer.append(region);
  let said = 0;
  let waiting = 0;
  let hearing = 0;
  signal.addEventListener("abort", () => {
    clearTimeout(waiting);
    clearTimeout(hearing);
  });
  const heard = (): void => {
    delete region.dataset.said;
    host.clearAway();
  };
  return {
    counts(total) {
      clearTimeout(waiting);
      if (total === said) return;
      waiting = window.setTimeout(() => {
        said = total;
        region.textContent =
          total === 0
            ? word("announce_none")
            : total === 1
              ? word("announce_one")
              : word("announce_many", String(total));
      }, THROTTLE);
    },
    say(sentence) {
      const put = (): void => {
        region.dataset.said = "";
        host.stay();
        // A region that enters the page with its words in it is mostly not read.
        requestAnimationFrame(() => {
          region.textContent = sentence;
        });
        clearTimeout(hearing);
        hearing = window.setTimeout(heard, HEARD_FOR);
      };
      // Nobody hears a page that is not shown.
      if (document.hidden) document.addEventListener("visibilitychange", put, { once: true, signal });
      else put();
    },
  };
}
