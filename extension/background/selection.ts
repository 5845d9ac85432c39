// "Check with Chaperone" on selected words, on any page and without a permission for it: the browser hands the words over with the click.

const MENU = "check-selection";

/** The words of the last click, until the page that was opened for them takes them; never stored. */
let selected: string | null = null;

export function offerSelection(): void {
  // After an update the entry of before may still be there.
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: MENU, title: chrome.i18n.getMessage("menu_check"), contexts: ["selection"] });
  });
}

export function listenToSelection(): void {
  chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId !== MENU || !selectionText) return;
    selected = selectionText;
    const url = chrome.runtime.getURL(`popup/popup.html?tab=${tab?.id ?? -1}`);
    void chrome.windows.create({ url, type: "popup", width: 420, height: 720 });
  });
}

/** Gives the words once. */
export function takeSelection(): string | null {
  const words = selected;
  selected = null;
  return words;
}
