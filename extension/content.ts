// Entry: one frame of a site. Wires the line to the background's orders.

import type { LineOrder } from "./background/messages";
import { Line } from "./line";
import { adaptersFor } from "./sites";
import { isAmong } from "./sites/origins";
import { clearLeftovers } from "./surfaces/leftovers";

declare global {
  /** Of this frame, seen by our own scripts only. A page that was open when its site was allowed is given the script twice. */
  var chaperoneLine: Line | undefined;
}

if (!globalThis.chaperoneLine?.isListening) start();

function start(): void {
  const frame = addressedFrame(window);
  const line = new Line(adaptersFor(frame?.location.hostname ?? ""));
  globalThis.chaperoneLine = line;
  void clearLeftovers();
  line.start();

  /** `true`: an answer follows. A frame in which nothing is composed leaves it to the others. */
  const obey = (order: LineOrder, sender: chrome.runtime.MessageSender, answer: (state: unknown) => void): boolean => {
    if (sender.id !== chrome.runtime.id) return false;
    if (order.kind === "command") line.command(order.command);
    else if (order.kind === "settings-changed") line.settingsChanged();
    else if (order.kind === "withdrawn") {
      if (frame && isAmong(order.origins, frame.location.origin)) line.leave();
    } else if (order.kind === "tell-diagnostics") {
      const diagnostics = line.diagnostics();
      if (diagnostics) answer(diagnostics);
    } else if (line.state()) {
      void line.settledState().then(answer);
      return true;
    }
    return false;
  };
  chrome.runtime.onMessage.addListener(obey);
}

/** A frame without an address of its own belongs to the page around it; `null`: that page is closed to us. */
function addressedFrame(frame: Window): Window | null {
  try {
    return frame.location.hostname || frame.parent === frame ? frame : addressedFrame(frame.parent);
  } catch {
    return null;
  }
}
