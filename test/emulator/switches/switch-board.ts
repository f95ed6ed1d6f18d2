import { normalSwitches, type Switches, whyNotLimited } from './switch-table.ts';

interface Override {
  /** `/users/me/`, `POST /auth/login/` or `/sessions/*`. */
  readonly where: string;
  readonly changes: Partial<Switches>;
  timesLeft: number;
}

/** The switches of a running emulator. */
export class SwitchBoard {
  #now: Switches;
  #overrides: Override[] = [];
  readonly #start: Switches;
  readonly #watchers: ((now: Switches) => void)[] = [];

  constructor(start: Partial<Switches> = {}) {
    this.#start = { ...normalSwitches, ...start };
    this.#now = this.#start;
  }

  /** The values for all paths. */
  get now(): Switches {
    return this.#now;
  }

  /** The changes limited to a path, as typed. */
  get limited(): readonly { readonly where: string; readonly changes: Partial<Switches> }[] {
    return this.#overrides;
  }

  /** Changes switches for all paths. */
  set(changes: Partial<Switches>): void {
    this.#now = { ...this.#now, ...changes };
    for (const tell of this.#watchers) tell(this.#now);
  }

  /**
   * Changes switches for one path only, without the `/api` prefix.
   *
   * `where` may start with a method and end with `*`: `POST /auth/login/`, `/sessions/*`. With `times` the change ends
   * after that many requests.
   */
  only(where: string, changes: Partial<Switches>, times = Number.POSITIVE_INFINITY): void {
    const wrong = whyNotLimited(changes);
    if (wrong) throw new Error(wrong);
    this.#overrides.push({ where, changes, timesLeft: times });
  }

  /** Resets every switch to its initial value. */
  reset(): void {
    this.#overrides = [];
    this.set(this.#start);
  }

  /** The values for one request; counts it for changes with `times`. */
  forRequest(method: string, path: string): Switches {
    let switches = this.#now;
    for (const override of this.#overrides) {
      if (!matches(override.where, method, path)) continue;
      switches = { ...switches, ...override.changes };
      override.timesLeft -= 1;
    }
    this.#overrides = this.#overrides.filter((override) => override.timesLeft > 0);
    return switches;
  }

  /** Calls back after every `set` and `reset`. */
  watch(tell: (now: Switches) => void): void {
    this.#watchers.push(tell);
  }
}

/** Whether `POST /auth/login/`, `/auth/login/` or `/sessions/*` matches this request. */
export function matches(where: string, method: string, path: string): boolean {
  const [wanted, onlyMethod] = where.split(' ').reverse();
  if (wanted === undefined || (onlyMethod !== undefined && onlyMethod !== method)) return false;
  return wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}
