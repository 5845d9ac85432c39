// Which findings come of the heat of the moment: words that read differently ten minutes later.

import type { Finding } from "../contract";

const CATEGORIES = new Set(["heated-reply", "derogatory-remark", "discrimination"]);
/** Of the category of colleagues and employers only contempt is heat; a told failing is not. */
const RULES = new Set(["colleague-or-employer/contempt"]);

export function isHeated({ category, rule, severity }: Finding): boolean {
  return severity !== "note" && (CATEGORIES.has(category) || RULES.has(rule));
}
