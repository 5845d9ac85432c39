// The reader of photos in the background: one instance, started when a file is attached, without memory between files.

import init, { FileReading, __wbg_reset_state as restart } from "chaperone-photos";
import { FILES_PORT, type FilesAnswer, type FilesRequest } from "../attachments/contract";
import { type Frame, frameOf } from "./line";
import { isFilesRequest } from "./shapes";
import { loadPause, loadSettings } from "./store";

/** Most files that one frame has under way: more are not looked at. */
const MAX_OPEN = 64;

let started: Promise<unknown> | null = null;

async function start(): Promise<boolean> {
  started ??= init({ module_or_path: chrome.runtime.getURL("chaperone_photos_bg.wasm") });
  try {
    await started;
    return true;
  } catch {
    started = null;
    return false;
  }
}

export function listenToFiles(): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== FILES_PORT) return;
    const frame = frameOf(port);
    if (!frame) {
      port.disconnect();
      return;
    }
    const readings = new Map<number, FileReading>();
    port.onMessage.addListener((message: unknown) => {
      if (isFilesRequest(message)) void serve(port, frame, readings, message);
    });
    port.onDisconnect.addListener(() => readings.clear());
  });
}

async function serve(
  port: chrome.runtime.Port,
  frame: Frame,
  readings: Map<number, FileReading>,
  request: FilesRequest,
): Promise<void> {
  if (request.kind === "warm") {
    await start();
    return;
  }
  const answer = await answerTo(frame, readings, request);
  try {
    port.postMessage(answer);
  } catch {
    // The frame has gone; nobody waits for this answer any more.
  }
}

async function answerTo(
  frame: Frame,
  readings: Map<number, FileReading>,
  request: Exclude<FilesRequest, { kind: "warm" }>,
): Promise<FilesAnswer> {
  const { id } = request;
  if (request.kind === "open") {
    if (!(await isLookedAt(frame))) return { kind: "none", id, off: true };
    if (readings.size >= MAX_OPEN || !(await start())) return { kind: "none", id, off: false };
    readings.set(id, new FileReading(request.size, request.name, request.copy));
  }
  const reading = readings.get(id);
  if (!reading) return { kind: "none", id, off: false };
  try {
    const bytes = request.kind === "bytes" ? fromBase64(request.base64) : new Uint8Array();
    const step = reading.step(bytes);
    if (step.kind === "wants") return { ...step, id };
    readings.delete(id);
    reading.free();
    return { ...step, id };
  } catch {
    // A trap leaves the instance unusable, and with it whatever else was being read.
    readings.clear();
    restart();
    return { kind: "none", id, off: false };
  }
}

async function isLookedAt({ tab, key }: Frame): Promise<boolean> {
  const [{ settings }, pause] = await Promise.all([loadSettings(), loadPause(tab)]);
  return settings.checkFiles && !settings.sitesOff.includes(key) && !pause.tab && pause.until === null;
}

/** By hand: with a function called for each letter the copy of a large picture takes twice as long. */
function fromBase64(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
