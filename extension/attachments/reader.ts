// Asks the background what files give away. The files stay here: it is sent the slices it asks for.

import { FILES_PORT, type FilesAnswer, type FilesRequest, type Outcome } from "./contract";

/** Nothing is known of a file: `off` by the user's choice, `failed` otherwise. */
export type Unknown = "off" | "failed";

export class Reader {
  private port: chrome.runtime.Port | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: FilesAnswer) => void>();

  /** `gone`: the extension was updated or removed; nothing can be asked any more. */
  constructor(private readonly gone: () => void) {}

  /** A file is about to be chosen, or not: nothing stays open for it. */
  warm(): void {
    this.send({ kind: "warm" });
    this.rest();
  }

  /** Reads what a file gives away; the whole of it and a plan for a clean copy when asked for. */
  async read(file: Blob, name: string, copy: boolean): Promise<Outcome | Unknown> {
    this.lastId += 1;
    const id = this.lastId;
    let answer = await this.ask({ kind: "open", id, size: file.size, name, copy });
    while (answer.kind === "wants") {
      const base64 = await slice(file, answer.start, answer.end);
      if (base64 === null) return "failed";
      answer = await this.ask({ kind: "bytes", id, base64 });
    }
    if (answer.kind === "done") return answer.outcome;
    return answer.off ? "off" : "failed";
  }

  /** Lets go of the connection when nothing is being read. */
  rest(): void {
    if (this.waiting.size > 0) return;
    this.port?.disconnect();
    this.port = null;
  }

  private ask(request: Exclude<FilesRequest, { kind: "warm" }>): Promise<FilesAnswer> {
    return new Promise((resolve) => {
      this.waiting.set(request.id, (answer) => {
        this.waiting.delete(request.id);
        resolve(answer);
      });
      this.send(request);
    });
  }

  private send(request: FilesRequest): void {
    try {
      this.port ??= this.connect();
      this.port.postMessage(request);
    } catch {
      this.port = null;
      this.fail();
      this.gone();
    }
  }

  private connect(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: FILES_PORT });
    port.onMessage.addListener((answer: FilesAnswer) => this.waiting.get(answer.id)?.(answer));
    port.onDisconnect.addListener(() => {
      // Read so that the browser does not report an unread error in the page's console.
      void chrome.runtime?.lastError;
      if (this.port !== port) return;
      this.port = null;
      this.fail();
    });
    return port;
  }

  private fail(): void {
    for (const [id, answer] of [...this.waiting]) answer({ kind: "none", id, off: false });
  }
}

/** Bytes of a file in base64, or `null` when it can no longer be read. As text: in Firefox its bytes would belong to the page. */
function slice(file: Blob, start: number, end: number): Promise<string | null> {
  return new Promise((resolve) => {
    const reading = new FileReader();
    reading.onload = () => resolve(String(reading.result).split(",", 2)[1] ?? "");
    reading.onerror = () => resolve(null);
    reading.readAsDataURL(file.slice(start, end));
  });
}
