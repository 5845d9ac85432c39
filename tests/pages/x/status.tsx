// One post with the inline reply below it.

import { Composer } from "./composer";
import { AnnsPost, renderX } from "./frame";

renderX(
  <>
    <AnnsPost />
    <Composer kind="reply" place="inline" />
  </>,
);
