// Whether a message has the shape it claims. Content scripts run beside pages that may be hostile, so nothing is taken on trust.

import { type FilesRequest, MAX_BYTES } from "../attachments/contract";
import type { Audience, Draft, Reading, Severity, Surface } from "../contract";
import { isRecord, isSiteKey, SITES } from "../settings/schema";
import type { Gap, IgnoreScope } from "../surfaces/contract";
import { type Counters, type LineRequest, type LineState, MAX_MESSAGE, type PopupRequest } from "./messages";

const SURFACES: readonly Surface[] = ["post", "comment", "reply", "message", "group-post"];
const AUDIENCES: readonly Audience[] = ["public", "friends", "connections", "group", "message", "only-me", "unknown"];
const SEVERITIES: readonly Severity[] = ["note", "warn", "stop"];
const STATES: readonly LineState["state"][] = [
  ...(["idle", "starting", "checking", "engine", "settings", "too-long", "paused"] as const),
  ...(["off-here", "updated"] as const),
];
const GAPS: readonly Gap[] = ["submit", "editor", "script"];
const LASTING: readonly IgnoreScope[] = ["wording-always", "rule-site", "rule-everywhere", "not-useful"];
const COUNTED: readonly (keyof Counters)[] = [
  "decidedAtOnce",
  "heldForReport",
  "letThroughUnchecked",
  "engineRestarts",
];

const CATEGORIES = 18;

type Test = (value: unknown) => boolean;
type Tests<R extends { kind: string }> = { [K in R["kind"]]: Record<string, Test> };

const isText: Test = (value) => typeof value === "string";
const isShort: Test = (value) => typeof value === "string" && value.length <= 200;
const isId: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
/** Browsers have a page of their own, such as one that shows a file, be in no tab: −1. */
const isTab: Test = (value) => value === -1 || isId(value);
const isFlag: Test = (value) => typeof value === "boolean";
const oneOf =
  (values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const recordOf =
  (tests: Record<string, Test>): Test =>
  (value) =>
    isRecord(value) && Object.entries(tests).every(([key, test]) => test(value[key]));

const isSite = oneOf(SITES);
const isAttachment = recordOf({ kind: oneOf(["image", "video", "document", "other"]), name: isText });
/** As the core takes it: 32 bits. */
const isPlace: Test = (value) => isId(value) && (value as number) < 2 ** 32;
const isNumber: Test = (value) => typeof value === "number" && Number.isFinite(value);
const areNumbers =
  (count: number): Test =>
  (value) =>
    Array.isArray(value) && value.length === count && value.every(isNumber);
/** The scores have one for "anything risky" too. */
const isReading = recordOf({
  scores: areNumbers(CATEGORIES + 1),
  runs: listOf((run) => areNumbers(3)(run) && listOf(isPlace)(run)),
  names: listOf((name) => areNumbers(3)(name) && listOf(isPlace)((name as number[]).slice(0, 2))),
} satisfies Record<keyof Reading, Test>);
const isDraft = recordOf({
  text: isText,
  site: isSite,
  surface: oneOf(SURFACES),
  audience: oneOf(AUDIENCES),
  in_reply_to: orNull(isText),
  jurisdiction: (value) => value === null,
  attachments: orNull(listOf(isAttachment)),
  consent_recorded: (value) => value === undefined || value === true,
  closer_look: (value) => value === undefined || listOf(orNull(isReading))(value),
} satisfies Record<keyof Draft, Test>);
const isState = recordOf({
  state: oneOf(STATES),
  audience: orNull(recordOf({ audience: oneOf(AUDIENCES), siteWord: orNull(isText) })),
  gaps: listOf(oneOf(GAPS)),
  findings: listOf(recordOf({ rule: isShort, category: isShort, severity: oneOf(SEVERITIES) })),
} satisfies Record<keyof LineState, Test>);

const LINE: Tests<LineRequest> = {
  hello: {},
  check: { id: isId, draft: isDraft },
  "look-closer": { id: isId, draft: isDraft },
  state: { state: isState },
  "insert-css": { id: isId, css: isText },
  "load-engine": { id: isId },
  "page-refused-engine": {},
  ignore: { id: isId, scope: oneOf(LASTING), rule: isShort, hash: orNull(isShort) },
  count: { what: oneOf(COUNTED) },
  "advise-on-request": { id: isId },
  "stop-asking-about-requests": { id: isId },
};

const POPUP: Tests<PopupRequest> = {
  "page-state": { tab: isTab },
  "toggle-site": { site: isSiteKey, on: isFlag },
  pause: { scope: oneOf(["15-minutes", "tab"]), tab: isId },
  resume: { tab: isId },
  "settings-get": {},
  // Settings have a reader of their own.
  "settings-set": { changes: isRecord },
  "ignored-list": {},
  "ignored-undo": { id: isShort },
  "checklist-get": {},
  "checklist-set": { ticked: listOf(isShort) },
  counters: {},
  diagnostics: { tab: isId },
  "selection-take": {},
};

const FILES: Tests<FilesRequest> = {
  warm: {},
  open: { id: isId, size: isId, name: isText, copy: isFlag },
  bytes: { id: isId, base64: (value) => typeof value === "string" && value.length <= MAX_BYTES },
};

export function isLineRequest(message: unknown): message is LineRequest {
  return hasShape(LINE, message) && JSON.stringify(message).length <= MAX_MESSAGE;
}

export function isFilesRequest(message: unknown): message is FilesRequest {
  return hasShape(FILES, message);
}

export function isPopupRequest(message: unknown): message is PopupRequest {
  return hasShape(POPUP, message);
}

function hasShape(tests: Record<string, Record<string, Test>>, message: unknown): boolean {
  if (!isRecord(message) || typeof message.kind !== "string" || !Object.hasOwn(tests, message.kind)) return false;
  return recordOf(tests[message.kind] ?? {})(message);
}
