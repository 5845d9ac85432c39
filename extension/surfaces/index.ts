// All surfaces of one frame, over one host. Nothing is made before the first composer has the focus.

import controls from "../styles/controls.css";
import tokens from "../styles/tokens.css";
import { makeAnnouncer } from "./announcer";
import { makeCard } from "./card";
import { makeChip } from "./chip";
import type { MakeSurfaces } from "./contract";
import { makeFiles } from "./files";
import { makeGate } from "./gate";
import { Host } from "./host";
import { linesCss } from "./lines";
import { makeMirrors } from "./mirror";
import repliesCss from "./replies.css";
import { makeRequest } from "./request";
import requestCss from "./request.css";
import css from "./surfaces.css";
import { groundBehind, makeUnderline } from "./underline";

export const makeSurfaces: MakeSurfaces = (signal, insertCss) => {
  const host = new Host(
    tokens + controls + css + repliesCss + requestCss + linesCss((shape) => `.mirror .${shape}`),
    signal,
  );
  let composed: Element | null = null;
  const chip = makeChip(host, signal);
  const announcer = makeAnnouncer(host, signal);
  return {
    underline: makeUnderline(makeMirrors(host, signal), signal, insertCss),
    card: makeCard(host, (sentence) => chip.say(sentence), signal),
    chip,
    gate: makeGate(host, () => composed, signal),
    files: makeFiles(host, () => composed, signal),
    request: makeRequest(host, () => composed, announcer.say),
    announcer,
    owns: (event) => host.owns(event),
    near(element) {
      if (composed !== element) host.layer.style.colorScheme = groundBehind(element);
      composed = element;
      host.place(element);
    },
    clearAway: () => host.clearAway(),
  };
};
