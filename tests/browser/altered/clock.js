// Runs before content.js in a copy of the extension that the tests make, in the same world, unseen by the page's own scripts: an event
// "clock:minute" sets its clock a minute forward and ends what waits for no longer than that.

(() => {
  const MINUTE = 60_000;
  /** What waits for less is no matter of minutes. */
  const LONG = 5_000;
  let ahead = 0;
  const now = Date.now.bind(Date);
  const wait = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  const waiting = new Map();

  const waitOnClock = (callback, delay = 0, ...values) => {
    const id = wait(() => {
      waiting.delete(id);
      callback(...values);
    }, delay);
    if (delay >= LONG) waiting.set(id, { at: Date.now() + delay, callback, values });
    return id;
  };
  const stopOnClock = (id) => {
    waiting.delete(id);
    stop(id);
  };
  const put = (target, name, value) => Object.defineProperty(target, name, { value, configurable: true, writable: true });
  put(Date, "now", () => now() + ahead);
  // In Firefox the window and the global of this world are two objects.
  for (const world of [window, globalThis]) {
    put(world, "setTimeout", waitOnClock);
    put(world, "clearTimeout", stopOnClock);
  }

  addEventListener("clock:minute", () => {
    ahead += MINUTE;
    for (const [id, { at, callback, values }] of [...waiting]) {
      if (at > Date.now()) continue;
      stopOnClock(id);
      callback(...values);
    }
  });
})();
