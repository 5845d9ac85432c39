// The names of files that were handed on: a page shows previews without names, and rules may ask what is attached.

import type { Attachment } from "../contract";

/** More than anybody attaches to one post. */
const MOST = 20;

export class Attached {
  private names: { kind: Attachment["kind"]; name: string }[] = [];

  handedOn(files: readonly File[]): void {
    this.names = [...this.names, ...files.map(({ type, name }) => ({ kind: kindOf(type), name }))].slice(-MOST);
  }

  /** Gives nameless attachments the names handed on last, in their order. */
  named(attachments: readonly Attachment[]): Attachment[] {
    const nameless = attachments.filter(({ name }) => !name).length;
    const names = this.names.slice(-nameless);
    return attachments.map((attachment) => {
      if (attachment.name) return attachment;
      const at = names.findIndex(({ kind }) => kind === attachment.kind);
      return at < 0 ? attachment : { ...attachment, name: names.splice(at, 1)[0]?.name ?? "" };
    });
  }
}

export function kindOf(type: string): Attachment["kind"] {
  if (type.startsWith("image/")) return "image";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("application/") || type.startsWith("text/") ? "document" : "other";
}
