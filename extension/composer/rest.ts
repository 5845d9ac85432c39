// "Keep it as a draft for 10 minutes": how long a draft rests before it goes out. The draft stays in the site's own box; nothing of it is
// kept here, and a page that is closed takes the rest with it.

/** How long a draft is kept when the user asks for it, in minutes. */
export const REST = 10;
const MINUTE = 60_000;

export class Rest {
  /** It has begun once for this draft: nobody is made to wait twice. */
  wasBegun = false;
  /** It came to its end by itself. */
  isOver = false;
  private until = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed`: a minute has gone, or the last one has. `over`: it came to its end by itself. */
  constructor(
    private readonly changed: () => void,
    private readonly over: () => void,
  ) {}

  /** Whole minutes that are left, the one that runs included; `null` while it does not rest. */
  get minutesLeft(): number | null {
    const left = this.until - Date.now();
    return left > 0 ? Math.ceil(left / MINUTE) : null;
  }

  begin(minutes: number): void {
    this.wasBegun = true;
    this.isOver = false;
    this.until = Date.now() + minutes * MINUTE;
    this.wait();
    this.changed();
  }

  end(): void {
    clearTimeout(this.timer);
    this.until = 0;
  }

  /** The draft was emptied: the next one may rest again. */
  clear(): void {
    this.end();
    this.wasBegun = false;
    this.isOver = false;
  }

  /** One timer, for the next change of what is shown. */
  private wait(): void {
    clearTimeout(this.timer);
    const left = this.until - Date.now();
    if (left <= 0) return;
    this.timer = setTimeout(() => this.tick(), left % MINUTE || MINUTE);
  }

  private tick(): void {
    this.wait();
    this.isOver = this.minutesLeft === null;
    this.changed();
    if (this.isOver) this.over();
  }
}
