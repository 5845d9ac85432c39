// The home timeline with the inline composer.

import { Composer } from "./composer";
import { AnnsPost, renderX } from "./frame";

renderX(
  <>
    <Composer kind="post" place="inline" />
    <AnnsPost />
  </>,
);
