// What a file gives away, in sentences.

import { word } from "../surfaces/words";
import type { Caution, Fact, Outcome } from "./contract";

/** One line for each thing worth knowing; what is known of place, time and device makes one sentence. */
export function linesOf({ facts, caution }: Pick<Outcome, "facts" | "caution">): string[] {
  const parts = [first(facts, "place", placeLine), first(facts, "time", timeLine), first(facts, "device", deviceLine)];
  const said = parts.filter((part) => part !== null);
  return [
    ...(caution ? [CAUTIONS[caution]()] : []),
    ...(said.length > 0 ? [word("files_taken", said.join(" "))] : []),
    ...facts.flatMap((fact) => lineOf(fact) ?? []),
  ];
}

const CAUTIONS: Record<Caution, () => string> = {
  dicom: () => word("files_dicom"),
  pdf: () => word("files_pdf"),
  screenshot: () => word("files_screenshot"),
  record: () => word("files_record"),
};

function lineOf(fact: Fact): string | null {
  switch (fact.kind) {
    case "serial":
      return word("files_serial");
    case "author":
      return word("files_author", fact.name);
    case "person":
      return word("files_person", fact.name);
    case "text":
      return word("files_text", fact.text);
    case "thumbnail":
      return word("files_thumbnail");
    case "behind":
      return word("files_behind");
    default:
      return null;
  }
}

type Of<K extends Fact["kind"]> = Extract<Fact, { kind: K }>;

function first<K extends Fact["kind"]>(facts: readonly Fact[], kind: K, say: (fact: Of<K>) => string): string | null {
  const fact = facts.find((candidate): candidate is Of<K> => candidate.kind === kind);
  return fact ? say(fact) : null;
}

function placeLine({ near, country }: Of<"place">): string {
  const land = country && new Intl.DisplayNames(undefined, { type: "region" }).of(country);
  if (near) return word("files_near", land ? `${near}, ${land}` : near);
  return land ? word("files_in", land) : word("files_somewhere");
}

function timeLine({ at }: Of<"time">): string {
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(new Date(`${at.slice(0, 10)}T12:00`));
  const clock = at.split("T")[1];
  return clock ? word("files_on_at", day, clock) : word("files_on", day);
}

function deviceLine({ name }: Fact & { name: string }): string {
  return word("files_with", name);
}
