// The extension's own keyboard commands go to the tab in front.

import type { Command } from "./messages";
import { tellTab } from "./tabs";

const COMMANDS: readonly string[] = ["next-finding", "previous-finding"] satisfies Command[];

export function listenToCommands(): void {
  chrome.commands.onCommand.addListener((command, tab) => {
    if (COMMANDS.includes(command) && tab?.id !== undefined) {
      void tellTab(tab.id, { kind: "command", command: command as Command });
    }
  });
}
