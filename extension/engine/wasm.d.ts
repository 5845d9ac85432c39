// The checker's module as the Rust build leaves it (`wasm-bindgen --target web`, with a function that starts it afresh).
declare module "chaperone-wasm" {
  import type { Draft, Finding, Passage, Profile, Report } from "../contract";

  export default function init(options: { module_or_path: BufferSource | URL | string }): Promise<unknown>;
  /** `text` is `draft.text`: strings cross faster, and whole with lone surrogates, outside the object. */
  export function check(draft: Draft, profile: Profile): Report;
  /** The passages that a closer look reads. */
  export function passages(text: string): Passage[];
  /** A finding about no words, with every reply the rule knows. */
  export function rule(id: string, profile: Profile): Finding | null;
  /** Builds what the first check would otherwise wait for. */
  export function warm(): void;
  /** Throws the instance away and starts another of the same module. */
  export function __wbg_reset_state(): void;
}

/** The checker's bytes in base64. */
declare module "chaperone-wasm-bytes" {
  const base64: string;
  export default base64;
}
