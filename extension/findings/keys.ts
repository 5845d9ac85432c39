// The keys that go from finding to finding.

/** Alt and Shift with these keys, by their place on the keyboard: Alt changes the letters. */
const STEPS: Readonly<Record<string, { letter: string; step: 1 | -1 }>> = {
  KeyN: { letter: "n", step: 1 },
  KeyP: { letter: "p", step: -1 },
};

type Pressed = Pick<KeyboardEvent, "key" | "code" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">;

/** Which way a key goes; `null` where it is none of ours, or writes a letter on this keyboard (Ń on a Polish Mac). */
export function stepOf({ key, code, altKey, shiftKey, ctrlKey, metaKey }: Pressed): 1 | -1 | null {
  const wanted = STEPS[code];
  if (!wanted || !altKey || !shiftKey || ctrlKey || metaKey) return null;
  const isLetter = [...key].length === 1;
  return isLetter && key.toLowerCase() !== wanted.letter ? null : wanted.step;
}
