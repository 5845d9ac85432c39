// Entry: one frame of a site. Wires the line to the background's orders.

import type { LineOrder } from "./background/messages";
import { Line } from "./line";
import { adapterFor } from "./sites";

const line = new Line(adapterFor(hostOf(window)));
line.start();

/** `true`: an answer follows. A frame in which nothing is composed leaves it to the others. */
const obey = (order: LineOrder, sender: chrome.runtime.MessageSender, answer: (state: unknown) => void): boolean => {
  if (sender.id !== chrome.runtime.id) return false;
  if (order.kind === "command") line.command(order.command);
  else if (order.kind === "settings-changed") line.settingsChanged();
  else if (line.state()) {
    void line.settledState().then(answer);
    return true;
  }
  return false;
};
chrome.runtime.onMessage.addListener(obey);

/** A frame without an address of its own belongs to the page around it. */
function hostOf(frame: Window): string {
  if (frame.location.hostname || frame.parent === frame) return frame.location.hostname;
  try {
    return hostOf(frame.parent);
  } catch {
    return "";
  }
}
