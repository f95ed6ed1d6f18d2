import type { EpochMs } from '../../contract/core/time.ts';
import type { Language } from '../../contract/settings.ts';
import type { AppState, StateChange } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import { nextChange, type TrayFacts, type TrayState, trayFacts } from './tray-facts.ts';
import { type TrayEntry, type TrayTexts, trayMenu, trayTitle } from './tray-menu.ts';

/** What the tray shows, in the words of the window's language. */
export interface TrayLook {
  readonly state: TrayState;
  readonly title: string;
  readonly entries: readonly TrayEntry[];
}

interface Deps {
  readonly live: LiveState;
  /** The state with names as they may be shown. */
  readonly shown: (state: AppState) => AppState;
  readonly now: () => EpochMs;
  readonly loadTexts: (language: Language) => Promise<TrayTexts>;
  readonly show: (look: TrayLook) => void;
}

/** A check of all servers changes hundreds of rows a second. */
const pauseMs = 500;

/** Keeps the tray as the state is; shows nothing again that it shows already. */
export class AppTray {
  #texts: { readonly language: Language; readonly t: TrayTexts } | null = null;
  #shown = '';
  #pause: NodeJS.Timeout | null = null;
  #isEnded = false;
  readonly #timer: WakeTimer;
  readonly #unwatch: () => void;

  constructor(private readonly deps: Deps) {
    this.#timer = new WakeTimer(deps.now, () => void this.#update());
    this.#unwatch = deps.live.watch((change) => this.#follow(change));
    void this.#update();
  }

  /** Shows nothing any more. */
  end(): void {
    this.#isEnded = true;
    this.#unwatch();
    this.#timer.stop();
    this.#endPause();
  }

  #follow({ rows, gone, lock, settings, language, templates, clipboard }: StateChange): void {
    // SECURITY: at once, since the menu has names and copies headers (0047, 0050).
    if (lock || language || settings) void this.#update();
    else if (rows || gone || templates || clipboard)
      this.#pause ??= setTimeout(() => void this.#update(), pauseMs);
  }

  async #update(): Promise<void> {
    this.#endPause();
    const { language } = this.deps.live.read();
    if (this.#texts?.language !== language) {
      const t = await this.deps.loadTexts(language);
      if (this.#isEnded || language !== this.deps.live.read().language) return;
      this.#texts = { language, t };
    }
    this.#show(this.#texts.t);
  }

  /** Without waiting for anything, so that a lock counts from this moment. */
  #show(t: TrayTexts): void {
    const state = this.deps.shown(this.deps.live.read());
    const now = this.deps.now();
    this.#timer.set(nextChange(state, now));
    const facts: TrayFacts = trayFacts(state, now);
    // Before the menu is made: its hundreds of texts cost as much as dozens of checks.
    const text = JSON.stringify([state.language, facts]);
    if (text === this.#shown) return;
    this.#shown = text;
    this.deps.show({ state: facts.state, title: trayTitle(t, facts), entries: trayMenu(t, facts) });
  }

  #endPause(): void {
    if (this.#pause) clearTimeout(this.#pause);
    this.#pause = null;
  }
}
