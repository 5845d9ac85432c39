// All surfaces of one frame, over one host. Nothing is made before the first composer has the focus.

import controls from "../styles/controls.css";
import tokens from "../styles/tokens.css";
import { makeAnnouncer } from "./announcer";
import { makeCard } from "./card";
import cardCss from "./card.css";
import { makeChip } from "./chip";
import chipCss from "./chip.css";
import type { MakeSurfaces } from "./contract";
import { makeFiles } from "./files";
import filesCss from "./files.css";
import { makeGate } from "./gate";
import gateCss from "./gate.css";
import { Host } from "./host";
import layerCss from "./layer.css";
import { linesCss } from "./lines";
import { makeMirrors } from "./mirror";
import mirrorCss from "./mirror.css";
import repliesCss from "./replies.css";
import { makeRequest } from "./request";
import requestCss from "./request.css";
import { groundBehind, makeUnderline } from "./underline";

const STYLE = [tokens, controls, layerCss, cardCss, repliesCss, chipCss, gateCss, filesCss, requestCss, mirrorCss].join(
  "",
);

export const makeSurfaces: MakeSurfaces = (signal, insertCss) => {
  const host = new Host(STYLE + linesCss((shape) => `.mirror .${shape}`), signal);
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
