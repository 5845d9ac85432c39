// Runs before background.js in a copy of the extension that the tests make: nothing can be kept.

Object.defineProperty(chrome.storage.local, "set", { value: () => Promise.reject(new Error("cannot be written")) });
