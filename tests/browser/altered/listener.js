// Runs before content.js in a copy of the extension that the tests make, in the same world, unseen by the page's own scripts: notes
// what the content script asks the browser for, what it says and hears, and how long it holds the page's thread.
// An event "listener:tell" is answered by an attribute of the document's element.

(() => {
  const heard = {
    timers: 0,
    /** Messages of the content script and to it, as JSON. */
    said: [],
    told: [],
    /** Milliseconds in its listeners, and of these in the engine; how often each ran. */
    busy: 0,
    engine: 0,
    checks: [],
    focusAt: null,
    readyAt: null,
  };
  const now = () => performance.now();
  const put = (target, name, value) => Object.defineProperty(target, name, { value, configurable: true, writable: true });
  let depth = 0;

  /** Runs a listener of the content script on the clock. */
  const timed = (listener) =>
    function run(...values) {
      if (depth > 0) return listener.apply(this, values);
      depth += 1;
      const start = now();
      try {
        return listener.apply(this, values);
      } finally {
        depth -= 1;
        heard.busy += now() - start;
      }
    };

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const wrapped = new WeakMap();
  const wrap = (listener) => {
    if (typeof listener !== "function") return listener;
    if (!wrapped.has(listener)) wrapped.set(listener, timed(listener));
    return wrapped.get(listener);
  };
  const listens = {
    addEventListener(type, listener, options) {
      return addEventListener.call(this ?? window, type, wrap(listener), options);
    },
    removeEventListener(type, listener, options) {
      return removeEventListener.call(this ?? window, type, wrap(listener), options);
    },
  };
  for (const [name, value] of Object.entries(listens)) put(EventTarget.prototype, name, value);

  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
    const own = window[name].bind(window);
    const counted = (callback, ...values) => {
      heard.timers += 1;
      return own(timed(callback), ...values);
    };
    // In Firefox the window and the global of this world are two objects.
    put(window, name, counted);
    put(globalThis, name, counted);
  }
  for (const name of ["MutationObserver", "ResizeObserver"]) {
    const Own = globalThis[name];
    const Timed = class extends Own {
      constructor(callback) {
        super(timed(callback));
      }
    };
    put(globalThis, name, Timed);
  }

  const { connect, sendMessage } = chrome.runtime;
  put(chrome.runtime, "sendMessage", (...values) => {
    heard.said.push(JSON.stringify(values));
    return sendMessage.apply(chrome.runtime, values);
  });
  put(chrome.runtime, "connect", (...values) => {
    const port = connect.apply(chrome.runtime, values);
    const post = port.postMessage.bind(port);
    return {
      postMessage(message) {
        heard.said.push(JSON.stringify(message));
        post(message);
      },
      disconnect: () => port.disconnect(),
      onDisconnect: port.onDisconnect,
      onMessage: {
        addListener: (listener) =>
          port.onMessage.addListener((message) => {
            heard.told.push(JSON.stringify(message));
            if (message.kind === "report" && message.report) heard.readyAt ??= now();
            timed(listener)(message);
          }),
      },
    };
  });

  // The engine in the page leaves its start function in a global of this world.
  let start;
  const onTheClock = (core) => ({
    check(draft, profile) {
      const began = now();
      const report = core.check(draft, profile);
      const took = now() - began;
      heard.engine += took;
      heard.checks.push(took);
      return report;
    },
  });
  Object.defineProperty(globalThis, "startChaperoneCore", {
    get: () => start,
    set: (given) => {
      start = async (stopped) => {
        const core = await given(stopped);
        heard.readyAt ??= now();
        return onTheClock(core);
      };
    },
  });

  // Not that of the button which opens a composer.
  const focused = (event) => {
    const [target] = event.composedPath();
    if (target.isContentEditable || target.matches?.("textarea, input")) heard.focusAt ??= now();
  };
  addEventListener.call(window, "focusin", focused, { capture: true });
  addEventListener.call(window, "listener:tell", () => {
    document.documentElement.setAttribute("data-heard", JSON.stringify(heard));
  });
})();
