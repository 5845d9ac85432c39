// Ends a pause by time: the tabs are told, so that checking goes on where something is being composed.

import { tellAllTabs } from "./tabs";

const RESUME = "resume";

export async function scheduleResume(until: number): Promise<void> {
  await chrome.alarms.create(RESUME, { when: until });
}

export function listenToAlarms(): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === RESUME) void tellAllTabs({ kind: "settings-changed" });
  });
}
