// Which browser this is, where the two differ.

export const isFirefox = chrome.runtime.getURL("").startsWith("moz-extension:");
