// The privacy control of the create-post dialog. The icon's file name says the audience in every language.

import { AUDIENCE, gap, WORDS } from "./words";

// The names of the public, friends-except and only-me icons are Facebook's; of the other two none is on record.
const ICONS = {
  public: "qop9rFQ_Ys1.png",
  friends: "a0b1c2d3e4F.png",
  "only-me": "JSmL99pVrUz.png",
  "friends-except": "H8GWr17BZ_T.png",
  "friends-of-friends": "f5g6h7i8j9K.png",
} as const;

export function AudienceButton() {
  const word = WORDS[AUDIENCE];
  return (
    <div role="button" tabIndex={0} aria-label={gap(WORDS.privacy, word)}>
      <div aria-hidden="true">
        <img
          alt={word}
          width={12}
          height={12}
          src={`https://static.xx.fbcdn.net/rsrc.php/v4/yX/r/${ICONS[AUDIENCE]}`}
        />
      </div>
      <span>{word}</span>
      <i data-visualcompletion="css-img" />
    </div>
  );
}
