// Waiting for something to hold, looked at again whenever something has changed.

export class Conditions {
  private readonly waiting = new Set<() => void>();

  /** Something has changed. */
  tell(): void {
    for (const look of [...this.waiting]) look();
  }

  /** Resolves as soon as it holds, or after `limit` milliseconds, with whether it does. */
  when(holds: () => boolean, limit: number): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(holds());
      };
      const look = (): void => {
        if (holds()) done();
      };
      const timer = setTimeout(done, limit);
      this.waiting.add(look);
    });
  }
}
