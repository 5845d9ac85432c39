// Runs before background.js in a copy of the extension that the tests make: nothing that was kept can be read.

Object.defineProperty(chrome.storage.local, "get", { value: () => Promise.reject(new Error("cannot be read")) });
