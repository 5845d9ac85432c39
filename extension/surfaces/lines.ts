// The shapes of lines, by severity and by the ground they stand on. They differ in shape as well as in colour.

import type { Severity } from "../contract";

export type Ground = "light" | "dark";
export type Shape = `${Severity}-${Ground}`;

const LINES: Record<Shape, string> = {
  "note-light": "dotted 2px #1d5fa8",
  "note-dark": "dotted 2px #8fc4ff",
  "warn-light": "wavy 1.5px #9a5b00",
  "warn-dark": "wavy 1.5px #ffc35c",
  "stop-light": "double 2px #b3261e",
  "stop-dark": "double 2px #ff9c93",
};
/** Browsers put a ground of their own below highlighted words then: lines that end below it are lost. */
const FORCED: Record<Severity, string> = {
  note: "text-decoration-color:LinkText;text-underline-offset:-1px",
  warn: "text-decoration-color:CanvasText;text-decoration-thickness:1px;text-underline-offset:-1px",
  stop: "text-decoration-color:CanvasText;text-decoration-thickness:1px;text-underline-offset:-1px",
};

export const SHAPES = Object.keys(LINES) as readonly Shape[];

export function severityOf(shape: Shape): Severity {
  return shape.split("-")[0] as Severity;
}

/** The style sheet that draws each shape on what `selector` names. */
export function linesCss(selector: (shape: Shape) => string): string {
  const rules = SHAPES.map(
    (shape) =>
      `${selector(shape)}{text-decoration:underline ${LINES[shape]};text-underline-offset:2px;text-decoration-skip-ink:none}` +
      `@media (forced-colors:active){${selector(shape)}{${FORCED[severityOf(shape)]}}}`,
  );
  return rules.join("");
}
