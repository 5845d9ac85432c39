// The closer look's module as the Rust build leaves it (`wasm-bindgen --target web`).
declare module "chaperone-closer-look" {
  export default function init(options: { module_or_path: BufferSource | URL | string }): Promise<unknown>;

  /** A network that is ready to read; throws when the weights are not those of this version. */
  export class CloserLook {
    constructor(weights: Uint8Array);
    /** `place`: site, surface and audience. */
    begin(place: string, passage: string, answered?: string): Reading;
    /** Reads on for a sixth of the whole. Says whether there is more to do. */
    step(reading: Reading): boolean;
    scores(reading: Reading): Float32Array;
    /** Where a word that may belong to a name begins, where it ends, and log-odds, one after the other. */
    names(reading: Reading): Float32Array;
    /** A category's number, where its words begin and where they end, one after the other; `bounds`: where each sentence begins and ends. */
    runs(reading: Reading, bounds: Uint32Array): Uint32Array;
  }

  export class Reading {
    /** Whether there was room for the whole passage. Of one that was cut nothing should be believed. */
    readonly isWhole: boolean;
    free(): void;
  }
}
