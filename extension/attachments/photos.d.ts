// The reader's module as the Rust build leaves it (`wasm-bindgen --target web`, with a function that starts it afresh).
declare module "chaperone-photos" {
  import type { Outcome } from "./contract";

  export default function init(options: { module_or_path: BufferSource | URL | string }): Promise<unknown>;

  export class FileReading {
    constructor(size: number, name: string, copy: boolean);
    step(bytes: Uint8Array): { kind: "wants"; start: number; end: number } | { kind: "done"; outcome: Outcome };
    free(): void;
  }

  /** Throws the instance away and starts another of the same module. */
  export function __wbg_reset_state(): void;
}
