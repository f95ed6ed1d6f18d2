import { useEffect, useSyncExternalStore } from 'react';
import type { EpochMs } from '../../contract/core/time.ts';
import { nextTickDelay } from './tick-interval.ts';

/** One clock for all components: a single timer, which stops while the window is hidden. */
class Clock {
  #now = Date.now();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #moments = new Map<symbol, EpochMs>();

  readonly now = (): EpochMs => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) document.addEventListener('visibilitychange', this.#look);
    this.#listeners.add(listener);
    if (this.#timer === null) this.#rest();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      document.removeEventListener('visibilitychange', this.#look);
      this.#stop();
    };
  };

  /** Ticks every second while this moment is near. */
  watch(moment: EpochMs): () => void {
    const key = Symbol();
    this.#moments.set(key, moment);
    this.#rest();
    return () => void this.#moments.delete(key);
  }

  /** Sets the time to now without notifying: what is rendered next must not be older than the change. */
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

/** Updates the clock before a change is rendered. */
export const updateClock = clock.update;

/** The current time, updated every minute, or every second while the given moment is near. */
export function useNow(moment: EpochMs | null = null): EpochMs {
  useEffect(() => (moment === null ? undefined : clock.watch(moment)), [moment]);
  return useSyncExternalStore(clock.subscribe, clock.now);
}

/** A value computed from the current time; rerenders only when it changes. */
export function useTimeSelector<Value extends string | number | boolean | null>(
  make: (now: EpochMs) => Value,
): Value {
  return useSyncExternalStore(clock.subscribe, () => make(clock.now()));
}
