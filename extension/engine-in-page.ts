// Entry: the checker with its bytes, injected into a frame when its first composer gets the focus.

import base64 from "chaperone-wasm-bytes";
import { startCore } from "./engine/core";
import { offerCore } from "./engine/in-page";

offerCore(async (stopped) => {
  const gzipped = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bytes = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return startCore(await new Response(bytes).arrayBuffer(), stopped);
});
