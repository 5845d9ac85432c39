// The discussion of an event that anyone can see (`?event=public`), or whose kind no recorded page shows (`?event=unknown`).

import { variant } from "../app/page";
import { renderPlace } from "./place";

renderPlace({
  name: "Flu clinic open day",
  path: "/events/6006/",
  header: { public: ["Public · Anyone on or off Facebook"], unknown: [] }[variant("event", "public", "unknown")],
  pagelet: "EventInlineComposer",
  trigger: "Write something...",
});
