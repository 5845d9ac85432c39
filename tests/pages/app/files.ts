// How a page takes files: chosen in an input, dropped or pasted anywhere. It keeps what it received, byte for byte, in the order in
// which it came; nothing guards against the same file coming twice.

/** A file as the page received it. */
export interface Received {
  way: "change" | "drop" | "paste";
  name: string;
  type: string;
  /** Its bytes in base64. */
  bytes: string;
  /** The address that was dropped with it; none otherwise. */
  address: string;
  /** Whether the event that brought it was the user's own. */
  trusted: boolean;
}

declare global {
  interface Window {
    __files: Received[];
  }
}

window.__files = [];

/** Takes what is dropped and pasted anywhere. */
export function takeFiles(): void {
  takeChosen(document);
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void take("drop", event.dataTransfer.files, event);
  });
  document.addEventListener("paste", (event) => void take("paste", event.clipboardData?.files, event));
}

/** Takes what is chosen in the document, or in a shadow tree, which this event does not leave. */
export function takeChosen(root: Document | ShadowRoot): void {
  root.addEventListener("change", (event) => {
    const [input] = event.composedPath();
    if (input instanceof HTMLInputElement && input.type === "file") void take("change", input.files, event);
  });
}

async function take(way: Received["way"], files: FileList | null | undefined, event: Event): Promise<void> {
  const { isTrusted } = event;
  const address = event instanceof DragEvent ? (event.dataTransfer?.getData("text/uri-list") ?? "") : "";
  const received = [...(files ?? [])].map(async (file) => {
    const { name, type } = file;
    return { way, name, type, bytes: await inBase64(file), address, trusted: isTrusted };
  });
  window.__files.push(...(await Promise.all(received)));
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reading = new FileReader();
    reading.onload = () => resolve(String(reading.result).split(",")[1] ?? "");
    reading.onerror = () => reject(reading.error);
    reading.readAsDataURL(file);
  });
}
