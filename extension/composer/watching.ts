// What tells that a composer has changed: its part of the page, its size, and typing in its editors. Listens only while it lives.

import { isTextControl } from "./reading";

export interface Changes {
  /** The editors' text may have changed; `around`: so may what surrounds it. */
  changed(around: boolean): void;
  /** An editor is losing the focus; some forget their selection with it. */
  left(): void;
  /** The composer has left the page. */
  removed(): void;
}

/** Attributes in which sites keep labels, icons and kinds. */
const TELLING = ["aria-label", "alt", "src", "data-testid"];

export class Watching {
  private readonly ending = new AbortController();
  private readonly watched = new Set<HTMLElement>();
  /** An input method is composing: the text is not the author's yet. */
  private isComposing = false;

  constructor(
    private readonly scope: Element,
    private readonly changes: Changes,
  ) {
    const { signal } = this.ending;
    const nodes = new MutationObserver((records) => this.mutated(records));
    nodes.observe(scope, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: TELLING,
    });
    // Its size changes when it is removed, which no mutation inside it tells.
    const size = new ResizeObserver(() => {
      if (!scope.isConnected) this.changes.removed();
    });
    size.observe(scope);
    signal.addEventListener("abort", () => {
      nodes.disconnect();
      size.disconnect();
    });
  }

  watch(editors: readonly HTMLElement[]): void {
    const { signal } = this.ending;
    for (const editor of editors) {
      if (this.watched.has(editor)) continue;
      this.watched.add(editor);
      if (isTextControl(editor)) this.watchControl(editor);
      editor.addEventListener("compositionstart", () => this.compose(true), { signal });
      editor.addEventListener("compositionend", () => this.compose(false), { signal });
      editor.addEventListener("focusout", () => this.changes.left(), { signal });
    }
  }

  /** Text controls change without a mutation, and sites that empty one after sending say nothing. */
  private watchControl(control: HTMLElement): void {
    const { signal } = this.ending;
    control.addEventListener("input", () => this.typed(), { signal });
    const later = (): void => void setTimeout(() => this.typed());
    control.addEventListener("keyup", later, { signal });
    this.scope.addEventListener("click", later, { signal });
  }

  end(): void {
    this.ending.abort();
  }

  private compose(on: boolean): void {
    this.isComposing = on;
    // The editor takes the composed text in after this event.
    if (!on) queueMicrotask(() => this.typed());
  }

  private typed(): void {
    if (!this.isComposing && !this.ending.signal.aborted) this.changes.changed(false);
  }

  private mutated(records: readonly MutationRecord[]): void {
    if (!this.scope.isConnected) this.changes.removed();
    else if (!this.isComposing) this.changes.changed(!records.every((record) => this.isInside(record.target)));
  }

  private isInside(node: Node): boolean {
    for (const editor of this.watched) if (editor.contains(node)) return true;
    return false;
  }
}
