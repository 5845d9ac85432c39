// A community's page with the inline composer.

import { Composer } from "./composer";
import { renderX } from "./frame";

renderX(
  <>
    <h2>Rural Medicine</h2>
    <Composer kind="group-post" place="inline" />
  </>,
);
