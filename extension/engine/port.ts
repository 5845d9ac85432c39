// The connection to the background. The browser may stop the background at any time: the next request opens a new connection, and
// what was under way is sent again, once.

import {
  type LastingChoice,
  type LineAnswer,
  type LineRequest,
  type LineSettings,
  PORT_NAME,
  type TRY_PORT,
} from "../background/messages";
import type { Draft, Finding, Readings, Report } from "../contract";
import type { CloserEngine } from "./client";

type Numbered = Extract<LineRequest, { id: number }>;
type Unnumbered = Numbered extends infer R ? (R extends Numbered ? Omit<R, "id"> : never) : never;

/** How long after the background the rest of the extension is gone at the latest when it is updated, in milliseconds. */
const UPDATE_TAKES = 500;
const UPDATE_TAKES_AT_MOST = 8000;

/** Requests to keep something. */
const KEEPING: ReadonlySet<LineRequest["kind"]> = new Set(["ignore", "stop-asking-about-requests"]);

interface Waiting {
  request: Numbered;
  sentAgain: boolean;
  answer(answer: Exclude<LineAnswer, { kind: "settings" }> | null): void;
}

export class Port implements CloserEngine {
  private port: chrome.runtime.Port | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  /** Settings were asked for and have not come: not at all, or not after they were asked for again either. */
  private lacks: "settings" | "settings-again" | null = null;

  /** `gone`: the extension was updated or removed; nothing can be asked any more. */
  constructor(
    private readonly settings: (settings: LineSettings | null) => void,
    private readonly gone: () => void,
    private readonly name: typeof PORT_NAME | typeof TRY_PORT = PORT_NAME,
  ) {}

  /** Opens the connection (again); the background answers with the settings. */
  hello(): void {
    this.lacks = "settings";
    this.send({ kind: "hello" });
  }

  async check(draft: Draft): Promise<Report | null> {
    const answer = await this.request({ kind: "check", draft });
    return answer?.kind === "report" ? answer.report : null;
  }

  async lookCloser(draft: Draft): Promise<Readings | null> {
    const answer = await this.request({ kind: "look-closer", draft });
    return answer?.kind === "looked" ? answer.readings : null;
  }

  /** What the rule on requests to connect says, where the user wants to be asked. */
  async adviceOnRequest(): Promise<Finding | null> {
    const answer = await this.request({ kind: "advise-on-request" });
    return answer?.kind === "advice" ? answer.finding : null;
  }

  insertCss = async (css: string): Promise<void> => {
    await this.request({ kind: "insert-css", css });
  };

  /** Asks for the engine to be put into this frame. Resolves with whether the script ran. */
  async loadEngine(): Promise<boolean> {
    const answer = await this.request({ kind: "load-engine" });
    return answer?.kind === "done" && answer.ok;
  }

  /** Has a choice kept that outlasts its draft. Resolves with whether it was; `null`: nobody answers any more. */
  async keep(choice: LastingChoice): Promise<boolean | null> {
    const answer = await this.request({ kind: "ignore", ...choice });
    return answer?.kind === "done" ? answer.ok : null;
  }

  /** Nobody is asked about requests on this site any more. Resolves with whether that was kept; `null`: nobody answers any more. */
  async stopAskingAboutRequests(): Promise<boolean | null> {
    const answer = await this.request({ kind: "stop-asking-about-requests" });
    return answer?.kind === "done" ? answer.ok : null;
  }

  tell(request: Exclude<LineRequest, Numbered>): void {
    this.send(request);
  }

  /** Closes the connection unless somebody still waits for an answer. */
  closeIfIdle(): void {
    if (this.waiting.size === 0) this.close();
  }

  close(): void {
    try {
      this.port?.disconnect();
    } catch {
      // After an update a connection cannot even be closed.
    }
    this.port = null;
    this.lacks = null;
    this.drop();
  }

  private request(request: Unnumbered): Promise<Parameters<Waiting["answer"]>[0]> {
    this.lastId += 1;
    const numbered = { ...request, id: this.lastId } as Numbered;
    return new Promise((resolve) => {
      this.waiting.set(numbered.id, { request: numbered, sentAgain: false, answer: resolve });
      this.send(numbered);
    });
  }

  private send(request: LineRequest): void {
    try {
      this.port ??= this.connect();
      this.port.postMessage(request);
    } catch {
      this.port = null;
      this.drop();
      this.gone();
    }
  }

  private connect(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: this.name });
    port.onMessage.addListener((answer: LineAnswer) => this.receive(answer));
    port.onDisconnect.addListener(() => this.disconnected(port));
    return port;
  }

  private receive(answer: LineAnswer): void {
    if (answer.kind === "settings") {
      this.lacks = null;
      this.settings(answer.value);
      return;
    }
    this.waiting.get(answer.id)?.answer(answer);
    this.waiting.delete(answer.id);
  }

  private disconnected(port: chrome.runtime.Port): void {
    // Read so that the browser does not report an unread error in the page's console.
    void chrome.runtime?.lastError;
    if (this.port !== port) return;
    this.port = null;
    this.lookAfterIt(UPDATE_TAKES);
    this.askAgain();
    for (const [id, waiting] of [...this.waiting]) {
      if (waiting.sentAgain) {
        this.waiting.delete(id);
        // What could not be kept is said, as long as somebody is there to hear it.
        waiting.answer(KEEPING.has(waiting.request.kind) ? { kind: "done", id, ok: false } : null);
      } else {
        waiting.sentAgain = true;
        this.send(waiting.request);
      }
    }
  }

  /** Without settings nothing is checked: that they do not come is told like settings that could not be read. */
  private askAgain(): void {
    if (this.lacks === "settings") {
      this.lacks = "settings-again";
      this.send({ kind: "hello" });
    } else if (this.lacks) {
      this.lacks = null;
      this.settings(null);
    }
  }

  /** An update stops the background like any other reason, and takes the rest of the extension away a moment later: longer on a busy machine. */
  private lookAfterIt(wait: number): void {
    setTimeout(() => {
      if (!chrome.runtime?.id) {
        this.drop();
        this.gone();
      } else if (wait < UPDATE_TAKES_AT_MOST) {
        this.lookAfterIt(2 * wait);
      }
    }, wait);
  }

  private drop(): void {
    for (const { answer } of this.waiting.values()) answer(null);
    this.waiting.clear();
  }
}
