// The line of one frame: keystroke → reading → engine → underline, card and gate. Until an editor gets the focus it only waits.

import { Attached } from "./attachments/attached";
import { FileReview } from "./attachments/review";
import type { Command, Diagnostics, LineSettings, LineState } from "./background/messages";
import { Composer, type ComposerEvents } from "./composer/composer";
import { watchFocus } from "./composer/find";
import { Port } from "./engine/port";
import { EngineSwitch } from "./engine/switch";
import { Ignoring } from "./findings/ignoring";
import { Review } from "./findings/review";
import { Show } from "./findings/show";
import { Asking } from "./requests/asking";
import { AlwaysIgnored } from "./settings/ignores";
import { type Adapter, ownerOf } from "./sites/site";
import { Hold } from "./submit/hold";
import { interceptSubmits } from "./submit/intercept";
import { makeSurfaces } from "./surfaces";
import type { Surfaces } from "./surfaces/contract";
import { secretOf } from "./surfaces/leftovers";
import { keepWord } from "./surfaces/words";

export class Line {
  private readonly composers = new Set<Composer>();
  private readonly always = new AlwaysIgnored(() => this.showAll());
  private readonly port: Port;
  private readonly engine: EngineSwitch;
  private readonly review: Review;
  private readonly attached = new Attached();
  private readonly asking: Asking;
  private surfaces: Surfaces | null = null;
  private settings: LineSettings | null = null;
  /** The background could not read the settings: nothing is known of what to check. */
  private lacksSettings = false;
  private current: Composer | null = null;
  /** Listeners that are there only while something is being composed. */
  private composing: AbortController | null = null;
  private toldState = "";
  /** The same for every script of ours on this page, and unknown to the page. */
  private secret: string | null = null;
  /** Settings that were asked for anew have arrived. */
  private configured = Promise.withResolvers<void>();

  private readonly showing = new Show({
    surfaces: () => this.made(),
    settings: () => this.settings,
    lacksSettings: () => this.lacksSettings,
    tell: () => this.tellState(),
  });
  /** Surfaces stay when listening ends, for a last word. */
  private readonly staying = new AbortController();
  /** Ends when the extension is updated under the page. */
  private readonly listening = new AbortController();

  /** `adapters`: asked in turn whose an editor is. */
  constructor(private readonly adapters: readonly [Adapter, ...Adapter[]]) {
    const [{ name }] = adapters;
    this.configured.resolve();
    this.port = new Port(
      (settings) => void this.configure(settings),
      () => this.gone(),
    );
    this.engine = new EngineSwitch(this.port, () => this.recheck());
    const ignoring = new Ignoring({
      surfaces: () => this.surfaces,
      salt: () => this.settings?.salt ?? "",
      keep: (choice) => this.port.keep(choice),
      changed: (composer) => this.show(composer),
    });
    this.review = new Review(
      {
        surfaces: () => this.surfaces,
        composers: () => this.checked(),
        current: () => (this.showing.isOn ? this.current : null),
        siteName: name,
        ignore: (composer, item, scope) => ignoring.ignore(composer, item, scope),
      },
      this.listening.signal,
    );
    this.asking = new Asking(
      {
        adapter: adapters[0],
        surfaces: (near) => {
          this.made().near(near);
          return this.made();
        },
        advice: () => this.alone(() => this.port.adviceOnRequest()),
        stopAsking: () => this.alone(() => this.port.stopAskingAboutRequests()),
      },
      this.listening.signal,
    );
  }

  start(): void {
    const { signal } = this.listening;
    const hold = new Hold({
      gate: () => this.made().gate,
      holdWarnings: () => this.settings?.holdWarnings ?? false,
      coolingOff: () => this.settings?.coolingOff ?? null,
      checks: () => this.showing.mayCheck,
      count: (what) => this.port.tell({ kind: "count", what }),
      unchecked: (composer) => this.showing.unchecked(composer),
      changed: (composer) => this.show(composer),
    });
    // First, so that no listener of the page comes before it.
    interceptSubmits(
      {
        composers: () => [...this.composers],
        owns: (event) => this.surfaces?.owns(event) ?? false,
        expected: (composer) => composer.look(),
        mayPass: (composers, gesture) => hold.mayPass(composers, gesture),
      },
      signal,
    );
    watchFocus((editor) => this.focused(editor), signal);
    new FileReview(
      {
        surfaces: (near) => this.madeNear(near),
        attached: this.attached,
        changed: () => this.current?.look(),
      },
      signal,
    );
  }

  command(command: Command): void {
    if (!this.current?.found.open.length && this.asking.goTo()) return;
    this.review.step(command === "next-finding" ? 1 : -1);
  }

  settingsChanged(): void {
    if (this.composers.size === 0) return;
    // Whoever waits since an earlier change is answered with what is known.
    this.configured.resolve();
    this.configured = Promise.withResolvers();
    this.port.hello();
  }

  /** The state once settings that were just changed have arrived. */
  async settledState(): Promise<LineState | null> {
    await this.configured.promise;
    return this.state();
  }

  /** What the popup may know, or `null` when nothing is being composed here. */
  state(): LineState | null {
    return this.current && this.showing.toldOf(this.current);
  }

  /** What of the site's adapter still holds on this page, or `null` when nothing is being composed here. */
  diagnostics(): Diagnostics | null {
    return this.current?.diagnostics() ?? null;
  }

  private checked(): readonly Composer[] {
    return this.showing.isOn ? [...this.composers] : [];
  }

  private made(): Surfaces {
    this.surfaces ??= this.makeSurfaces();
    return this.surfaces;
  }

  private madeNear(element: Element): Surfaces {
    const surfaces = this.made();
    surfaces.near(this.current?.editor ?? element);
    return surfaces;
  }

  private makeSurfaces(): Surfaces {
    keepWord("not_checking_updated");
    const surfaces = makeSurfaces(this.staying.signal, this.port.insertCss);
    surfaces.chip.onActivate((id) => {
      const composer = [...this.composers].find((candidate) => candidate.id === id);
      if (composer) this.review.openFirst(composer);
    });
    return surfaces;
  }

  private focused(editor: HTMLElement): void {
    const found = ownerOf(editor, this.adapters);
    if (!found) return;
    // A part of the page without a box of its own may go unnoticed.
    for (const composer of [...this.composers]) if (!composer.scope.isConnected) composer.end();
    if (!this.composing) this.begin();
    const { adapter, scope } = found;
    // Two adapters may know boxes of one dialog: each has its own text, audience and keys.
    const known = [...this.composers].find((composer) => composer.isOf(adapter, scope));
    this.current = known ?? this.compose(adapter, scope, editor);
    this.made().near(editor);
    this.current.focus(editor);
  }

  /** Asks the background something while nothing may be composed; then the connection does not stay open. */
  private async alone<T>(ask: () => Promise<T>): Promise<T> {
    const answer = await ask();
    if (!this.composing) this.port.closeIfIdle();
    return answer;
  }

  private begin(): void {
    const composing = new AbortController();
    this.composing = composing;
    const signal = AbortSignal.any([composing.signal, this.listening.signal]);
    this.review.listen(signal);
    document.addEventListener("selectionchange", () => this.current?.caretMoved(), { signal });
    this.port.hello();
  }

  private compose(adapter: Adapter, scope: Element, editor: HTMLElement): Composer {
    const events: ComposerEvents = {
      changed: (composer) => this.show(composer),
      rested: () => this.showing.rested(),
      ended: (composer) => this.ended(composer),
    };
    const composer = new Composer(adapter, scope, editor, this.engine, this.always, this.attached, events);
    this.composers.add(composer);
    return composer;
  }

  private ended(composer: Composer): void {
    this.composers.delete(composer);
    this.showing.forget(composer);
    this.surfaces?.card.close();
    if (this.current === composer) this.current = [...this.composers].at(-1) ?? null;
    this.tellState();
    if (this.composers.size > 0) return;
    this.composing?.abort();
    this.composing = null;
    this.surfaces?.clearAway();
    this.port.close();
    this.configured.resolve();
    this.toldState = "";
  }

  private async configure(settings: LineSettings | null): Promise<void> {
    this.lacksSettings = settings === null && this.settings === null;
    if (!settings) {
      this.showAll();
      this.configured.resolve();
      return;
    }
    // Where the engine is to run in the page it takes longest to come.
    this.engine.configure(settings);
    this.secret ??= await secretOf(settings.salt);
    if (this.listening.signal.aborted) return;
    this.made().underline.name(this.secret);
    this.settings = settings;
    this.always.configure(settings.salt, settings.ignoredHashes);
    this.recheck();
    this.configured.resolve();
  }

  private recheck(): void {
    for (const composer of this.composers) composer.recheck();
  }

  private showAll(): void {
    for (const composer of this.composers) this.show(composer);
  }

  private show(composer: Composer): void {
    if (this.listening.signal.aborted) return;
    this.showing.show(composer);
    const open = this.surfaces?.card.openKey;
    if (open && !this.isMarked(open)) this.surfaces?.card.close();
  }

  private isMarked(key: string): boolean {
    return [...this.composers].some((composer) => composer.found.open.some((item) => item.key === key));
  }

  private tellState(): void {
    // A frame that was asked for before the last composer ended comes after it: the port stays closed.
    if (!this.composing || this.listening.signal.aborted) return;
    const state = this.state() ?? { state: "idle", audience: null, gaps: [], findings: [] };
    const told = JSON.stringify(state);
    if (told === this.toldState) return;
    this.toldState = told;
    this.port.tell({ kind: "state", state });
  }

  get isListening(): boolean {
    return !this.listening.signal.aborted;
  }

  /** The site is not ours any more: nothing is left in its page. */
  leave(): void {
    if (!this.isListening) return;
    for (const composer of [...this.composers]) composer.end();
    this.listening.abort();
    this.showing.stop();
    this.staying.abort();
  }

  /** The extension was updated under the page: say so where something is being composed, and let go of everything else. */
  private gone(): void {
    if (this.listening.signal.aborted) return;
    this.listening.abort();
    this.showing.stop();
    this.surfaces?.card.close();
    for (const composer of [...this.composers]) {
      composer.end();
      this.showing.updated(composer);
    }
  }
}
