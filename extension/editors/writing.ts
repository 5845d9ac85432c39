// Whether the writer goes on writing while an editor is being changed by us. Told in window's capture phase: what is waiting for it
// runs before the editor hears of the key.

/** All that can bring words into an editor, or take them away. */
const WRITING = ["keydown", "beforeinput", "compositionstart", "paste", "cut", "drop"] as const;
/** Keys that only change what the next one means. */
const MODIFIERS = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn"]);

export class Writing {
  private readonly ending = new AbortController();
  private waiting: (() => void) | null = null;
  private isOurs = false;
  private hasGoneOn = false;

  constructor() {
    const options = { capture: true, signal: this.ending.signal } as const;
    for (const type of WRITING) window.addEventListener(type, (event) => this.saw(event), options);
  }

  /** The writer has gone on since this was made. */
  get goesOn(): boolean {
    return this.hasGoneOn;
  }

  /** Calls `act` before the next key reaches the editor, or at once if one has already. Only the last `act` is kept. */
  whenItGoesOn(act: () => void): void {
    this.waiting = act;
    if (this.hasGoneOn) act();
  }

  /** Changes the editor as a writer would, without being taken for one. */
  ours(change: () => void): void {
    this.isOurs = true;
    change();
    this.isOurs = false;
  }

  end(): void {
    this.ending.abort();
  }

  private saw(event: Event): void {
    if (!event.isTrusted || this.isOurs || this.hasGoneOn) return;
    if (event instanceof KeyboardEvent && MODIFIERS.has(event.key)) return;
    this.hasGoneOn = true;
    this.waiting?.();
  }
}
