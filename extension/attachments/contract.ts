// What crosses between the reader of photos (Rust, WebAssembly, in the background) and the frame that holds the files: slices of a
// file one way, what was found the other. Never a whole file, never its address. The same shapes as `photos/src/wasm.rs`.

/** One thing a file gives away. */
export type Fact =
  /** A town nearby; its country as an ISO 3166 code. */
  | { kind: "place"; near: string | null; country: string | null }
  /** `2024-03-03T14:12` by the clock of the device, or the day alone. */
  | { kind: "time"; at: string }
  | { kind: "device" | "author" | "person" | "software"; name: string }
  | { kind: "text"; text: string }
  | { kind: "serial" | "thumbnail" | "behind" | "other" };

export type Caution = "dicom" | "pdf" | "screenshot" | "record";

/** What came of reading a file. */
export interface Outcome {
  /** `other`: nothing that is read here. */
  format: string;
  facts: Fact[];
  /** What its kind or name says. */
  caution: Caution | null;
  /** Worth holding the file for. */
  telling: boolean;
  /** The parts of a clean copy, in order; only when one was asked for and can be made. */
  copy: Part[] | null;
  /** Every byte was read and none would have to be changed. */
  clean: boolean;
  fault: string | null;
}

/** A range of the original to keep, bytes to write, or a number of zeros. */
export type Part = { keep: [number, number] } | { write: number[] } | { zeros: number };

export const FILES_PORT = "files";

export type FilesRequest =
  /** Have the reader ready: a file is about to be chosen. */
  | { kind: "warm" }
  | { kind: "open"; id: number; size: number; name: string; copy: boolean }
  /** The bytes asked for last, in base64. */
  | { kind: "bytes"; id: number; base64: string };

export type FilesAnswer =
  | { kind: "wants"; id: number; start: number; end: number }
  | { kind: "done"; id: number; outcome: Outcome }
  /** The reader stopped, or files are not looked at on this site. */
  | { kind: "none"; id: number; off: boolean };

/** Longest run of bytes that is handed over, in base64 characters: the longest table of a film the reader takes is 8 MB. */
export const MAX_BYTES = 12_000_000;
