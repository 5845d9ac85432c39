// Files on their way to the page: looked at, held when they give something away, handed on as the user says. Never blocks: what cannot
// be looked at in time goes through, and the user is told.

import type { Surfaces } from "../surfaces/contract";
import { word } from "../surfaces/words";
import type { Attached } from "./attached";
import type { Outcome } from "./contract";
import { cleanCopy } from "./copy";
import { Reader, type Unknown } from "./reader";
import { type Arrival, watchFiles } from "./ways";
import { linesOf } from "./words";

/** After this long, in milliseconds, the user is told that the files are being looked at. */
const QUICK = 300;
/** Longest time one file is looked at, in milliseconds, the start of the reader included. */
const LOOK_WAIT = 3_000;
/** After this long, in milliseconds, no further file is begun. */
const BEGIN_WAIT = 6_000;
/** Files that are looked at side by side: a whole album at once would make each of them late. */
const SIDE_BY_SIDE = 8;
/** Kinds and names of files that can give something away. A file without a kind may be anything. */
const LOOKED_AT = /^(image|video)\/|^application\/(pdf|dicom|octet-stream)/;
const NAMED = /\.(jpe?g|png|apng|webp|gif|tiff?|hei[cf]|avif|mp4|m4v|mov|pdf|dcm|dicom)$/i;

export interface ReviewHelp {
  /** Our surfaces, near the part of the page that takes the files. */
  surfaces(near: Element): Surfaces;
  attached: Attached;
  /** Files were handed on. */
  changed(): void;
}

/** A file that gives something away. */
interface Telling {
  file: File;
  outcome: Outcome;
}

export class FileReview {
  private readonly ending = new AbortController();
  private readonly reader = new Reader(() => this.ending.abort());

  constructor(
    private readonly help: ReviewHelp,
    signal: AbortSignal,
  ) {
    watchFiles(
      (files) => files.some(isLookedAt),
      (arrival) => void this.review(arrival),
      () => this.reader.warm(),
      AbortSignal.any([signal, this.ending.signal]),
    );
  }

  private async review(arrival: Arrival): Promise<void> {
    const told = setTimeout(() => this.say(arrival, word("files_looking")), QUICK);
    try {
      const outcomes = await this.look(arrival.files);
      clearTimeout(told);
      await this.decide(arrival, outcomes);
    } catch {
      // Whatever went wrong here, the user's files are not lost.
      arrival.handOn(arrival.files);
      this.say(arrival, word("files_late"));
    } finally {
      clearTimeout(told);
      this.reader.rest();
    }
  }

  private async decide(arrival: Arrival, outcomes: ReadonlyMap<File, Outcome | Unknown>): Promise<void> {
    const all = [...outcomes.values()];
    if (all.includes("off")) {
      this.handOn(arrival, arrival.files);
      return;
    }
    const telling = [...outcomes].flatMap(([file, outcome]) =>
      typeof outcome !== "string" && outcome.telling ? [{ file, outcome }] : [],
    );
    const isLate = all.includes("failed");
    let isHandedOn = true;
    if (telling.length > 0) isHandedOn = await this.hold(arrival, telling);
    else if (isLate) this.handOn(arrival, arrival.files);
    else this.pass(arrival);
    if (isLate && isHandedOn) this.say(arrival, word("files_late"));
  }

  /** What each file gives away that is looked at. One that cannot be read in time takes nothing from the others. */
  private async look(files: readonly File[]): Promise<Map<File, Outcome | Unknown>> {
    const outcomes = new Map<File, Outcome | Unknown>();
    const waiting = files.filter(isLookedAt);
    const last = performance.now() + BEGIN_WAIT;
    const lookOn = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        outcomes.set(file, performance.now() < last ? await this.lookAt(file) : "failed");
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lookOn));
    return outcomes;
  }

  private lookAt(file: File): Promise<Outcome | Unknown> {
    const late = new Promise<"failed">((resolve) => setTimeout(() => resolve("failed"), LOOK_WAIT));
    return Promise.race([this.reader.read(file, file.name, false), late]);
  }

  private pass(arrival: Arrival): void {
    this.handOn(arrival, arrival.files);
    if (arrival.files.some(isPicture)) this.help.surfaces(arrival.target).files.remind();
  }

  /** Says whether anything was handed on. */
  private async hold(arrival: Arrival, telling: readonly Telling[]): Promise<boolean> {
    const { files } = this.help.surfaces(arrival.target);
    const cleanable = telling.filter(({ outcome }) => outcome.facts.length > 0 && outcome.format !== "other");
    const answer = await files.ask({
      files: telling.map(({ file, outcome }) => ({ name: file.name, lines: linesOf(outcome) })),
      canClean: cleanable.length > 0,
      isPicture: arrival.files.some(isPicture),
    });
    if (answer === "clean") return this.handOnCopies(arrival, cleanable);
    if (answer === "none") arrival.handOn([]);
    else this.handOn(arrival, arrival.files);
    return answer !== "none";
  }

  /** Says whether anything was handed on. */
  private async handOnCopies(arrival: Arrival, cleanable: readonly Telling[]): Promise<boolean> {
    this.say(arrival, word("files_cleaning"));
    const copies = new Map<File, File>();
    const failed: File[] = [];
    for (const { file } of cleanable) {
      const copy = await cleanCopy(this.reader, file, arrival.files.indexOf(file) + 1);
      if (copy) copies.set(file, copy);
      else failed.push(file);
    }
    if (failed.length > 0 && !(await this.isWantedAnyway(arrival, failed))) {
      arrival.handOn([]);
      return false;
    }
    this.handOn(
      arrival,
      arrival.files.map((file) => copies.get(file) ?? file),
    );
    if (failed.length === 0) this.say(arrival, word("files_cleaned"));
    return true;
  }

  /** Some file could not be cleaned: what now is the user's choice. */
  private async isWantedAnyway(arrival: Arrival, failed: readonly File[]): Promise<boolean> {
    const said = failed.map(({ name }) => ({ name, lines: [word("files_not_cleaned")] }));
    const { files } = this.help.surfaces(arrival.target);
    return (await files.ask({ files: said, canClean: false, isPicture: false })) === "as-is";
  }

  private handOn(arrival: Arrival, files: readonly File[]): void {
    this.help.attached.handedOn(files);
    arrival.handOn(files);
    this.help.changed();
  }

  private say({ target }: Arrival, sentence: string): void {
    const { card, announcer } = this.help.surfaces(target);
    card.say(sentence);
    announcer.say(sentence);
  }
}

function isLookedAt({ type, name }: File): boolean {
  return type === "" || LOOKED_AT.test(type) || NAMED.test(name);
}

function isPicture({ type }: File): boolean {
  return type.startsWith("image/") || type.startsWith("video/");
}
