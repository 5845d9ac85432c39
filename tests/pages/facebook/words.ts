// The language and the audience the address asks for.

import { variant } from "../app/page";
import table from "./words.json";

/** What the controls say, in the language of `?lang`. */
export const WORDS = table[variant("lang", "en", "vi", "zh-Hant")];

export const AUDIENCE = variant("audience", "friends", "public", "only-me", "friends-except", "friends-of-friends");

/** Who is writing: Jane herself, or the practice's page. */
export const AUTHOR = variant("identity", "profile", "page") === "page" ? "Riverside Practice" : "Jane Doe";

/** Puts `value` where the words have a gap. */
export function gap(words: string, value: string): string {
  return words.replace("{}", value);
}
