// Makes the clean copy of a file: the ranges that are kept are never read, only named.

import type { Part } from "./contract";
import type { Reader } from "./reader";

/** The clean copy, or `null` when none can be made or it does not prove clean. */
export async function cleanCopy(reader: Reader, file: File, number: number): Promise<File | null> {
  const read = await reader.read(file, file.name, true);
  if (typeof read === "string" || !read.copy) return null;
  const copy = new File(
    read.copy.map((part) => partOf(file, part)),
    plainName(file.name, number),
    { type: file.type },
  );
  const proof = await reader.read(copy, copy.name, true);
  return typeof proof !== "string" && proof.clean && !proof.telling ? copy : null;
}

function partOf(file: File, part: Part): BlobPart {
  if ("keep" in part) return file.slice(part.keep[0], part.keep[1]);
  return "write" in part ? new Uint8Array(part.write) : new Uint8Array(part.zeros);
}

/** Cameras name files after the time, people after the patient. */
function plainName(name: string, number: number): string {
  const kind = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? "";
  return `file-${number}${kind}`;
}
