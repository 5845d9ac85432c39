// Runs before background.js in a copy of the extension that the tests make: what was kept can be read only once a tab has been opened.

{
  const { local } = chrome.storage;
  const get = local.get.bind(local);
  const opened = new Promise((resolve) => chrome.tabs.onCreated.addListener(resolve));
  Object.defineProperty(local, "get", { value: (...keys) => opened.then(() => get(...keys)) });
}
