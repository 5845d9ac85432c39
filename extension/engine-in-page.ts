// Entry: the checker with its bytes, injected into a frame when its first composer gets the focus.

import base64 from "chaperone-wasm-bytes";
import { startCore } from "./engine/core";
import { offerCore } from "./engine/in-page";

offerCore((stopped) => startCore(decoded(), stopped));

/** Browsers that are old enough to lack the decoder take longer over the letters than over what is in them. */
function decoded(): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
