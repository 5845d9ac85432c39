// Entry: the checker with its bytes, injected into a frame when its first composer gets the focus.

import base64 from "chaperone-wasm-bytes";
import { startCore } from "./engine/core";
import { offerCore } from "./engine/in-page";

offerCore(async (stopped) => {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  // Not `Uint8Array.from`: to walk so long a string letter by letter takes longer than to compile what is in it.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return startCore(bytes, stopped);
});
