import { done, type Result } from '../../contract/core/result.ts';
import type { Run, RunKind } from '../../contract/profiles/many.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import type { LiveState } from './live-state.ts';

interface Running {
  done: number;
  count: number;
  isStopped: boolean;
  /** How many calls work on it. */
  calls: number;
}

/** What is being done with several servers, with its progress in the state; a person can stop it. */
export class Runs {
  readonly #live: Pick<LiveState, 'change'>;
  readonly #running = new Map<RunKind, Running>();

  constructor(live: Pick<LiveState, 'change'>) {
    this.#live = live;
  }

  /**
   * Calls `act` for each item, `atOnce` at a time, until all are done or the run is stopped; returns those for which it was
   * called. It joins a run of the same kind that is under way.
   */
  async each<Item>(
    kind: RunKind,
    items: readonly Item[],
    atOnce: number,
    act: (item: Item) => Promise<unknown>,
  ): Promise<readonly Item[]> {
    if (items.length === 0) return [];
    const run = this.#join(kind, items.length);
    const limit = limitConcurrency(atOnce);
    const reached: Item[] = [];
    const step = async (item: Item): Promise<void> => {
      if (run.isStopped) return;
      reached.push(item);
      await act(item);
      run.done += 1;
      this.#show();
    };
    try {
      await Promise.all(items.map((item) => limit(() => step(item))));
    } finally {
      this.#leave(kind, run);
    }
    return reached;
  }

  /** Starts nothing more of a run. */
  stop(kind: RunKind): Result {
    const run = this.#running.get(kind);
    if (run) run.isStopped = true;
    // What is under way ends soon, and a new run of this kind does not wait for it.
    if (this.#running.delete(kind)) this.#show();
    return done;
  }

  /** Stops all runs; called on a lock and on quit, when nobody is shown their progress. */
  stopAll(): void {
    for (const run of this.#running.values()) run.isStopped = true;
  }

  #join(kind: RunKind, count: number): Running {
    const present = this.#running.get(kind);
    const run = present && !present.isStopped ? present : { done: 0, count: 0, isStopped: false, calls: 0 };
    run.count += count;
    run.calls += 1;
    this.#running.set(kind, run);
    this.#show();
    return run;
  }

  #leave(kind: RunKind, run: Running): void {
    run.calls -= 1;
    if (run.calls > 0 || this.#running.get(kind) !== run) return;
    this.#running.delete(kind);
    this.#show();
  }

  #show(): void {
    const runs: readonly Run[] = [...this.#running].map(([kind, { done, count }]) => ({ kind, done, count }));
    this.#live.change({ runs });
  }
}
