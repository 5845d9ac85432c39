// Entry: the background. It keeps nothing in memory that may not be lost: the browser stops it whenever it is idle.

import { listenToPermissions, startAllowedSites } from "./background/allowed-sites";
import { listenToCommands } from "./background/commands";
import { listenToFiles } from "./background/files";
import { listenToLines } from "./background/line";
import { listenToAlarms } from "./background/pause";
import { listenToPopup } from "./background/popup";
import { listenToSelection, offerSelection } from "./background/selection";
import { closeStorage } from "./background/store";
import { listenToTries } from "./background/try";

listenToLines();
listenToFiles();
listenToPopup();
listenToTries();
listenToCommands();
listenToAlarms();
listenToPermissions();
listenToSelection();
chrome.runtime.onInstalled.addListener(() => {
  void startAllowedSites();
  offerSelection();
});
void closeStorage();
