import { useEffect, useSyncExternalStore } from 'react';
import type { EpochMs } from '../../contract/core/time.ts';
import { nextTickDelay } from './tick-interval.ts';

/** One clock for everything that shows time: one timer, and none while nobody can see it. */
class Clock {
  #now = Date.now();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #moments = new Map<symbol, EpochMs>();

  readonly now = (): EpochMs => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) document.addEventListener('visibilitychange', this.#look);
    this.#listeners.add(listener);
    this.#rest();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      document.removeEventListener('visibilitychange', this.#look);
      this.#stop();
    };
  };

  /** Ticks each second once this moment is near. */
  watch(moment: EpochMs): () => void {
    const key = Symbol();
    this.#moments.set(key, moment);
    this.#rest();
    return () => void this.#moments.delete(key);
  }

  /** Takes over the present time without waking anyone: what is drawn next must not be older than the news. */
  readonly update = (): void => {
    this.#now = Date.now();
  };

  readonly #look = (): void => {
    if (document.hidden) this.#stop();
    else this.#tick();
  };

  readonly #tick = (): void => {
    this.#now = Date.now();
    this.#rest();
    for (const listener of this.#listeners) listener();
  };

  #rest(): void {
    this.#stop();
    if (document.hidden || this.#listeners.size === 0) return;
    this.#timer = setTimeout(this.#tick, nextTickDelay(Date.now(), this.#moments.values()));
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const clock = new Clock();

/** Brings the clock up to the present before news are drawn. */
export const updateClock = clock.update;

/** The time now; looked at each minute, or each second while the given moment is near. */
export function useNow(moment: EpochMs | null = null): EpochMs {
  useEffect(() => (moment === null ? undefined : clock.watch(moment)), [moment]);
  return useSyncExternalStore(clock.subscribe, clock.now);
}

/** Something made from the time now; the component is drawn again only when it differs. */
export function useTimeSelector<Value extends string | number | boolean | null>(
  make: (now: EpochMs) => Value,
): Value {
  return useSyncExternalStore(clock.subscribe, () => make(clock.now()));
}
