// The language, the audience control and the account the address asks for.

import { variant } from "../app/page";
import table from "./words.json";

/** What the controls say, in the language of `?lang`. */
export const WORDS = table[variant("lang", "en", "ms", "zh-Hant", "de")];

/** The word on the audience control; none for ordinary accounts, which have no such control. */
export const AUDIENCE_WORD = {
  none: null,
  everyone: WORDS.everyone,
  community: "Rural Medicine",
  subscribers: "Subscribers",
}[variant("audience", "none", "everyone", "community", "subscribers")];

/** Whether the account shows its posts to followers only. */
export const IS_PROTECTED = variant("account", "open", "protected") === "protected";
