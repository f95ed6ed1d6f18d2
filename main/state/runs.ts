import { done, type Result } from '../../contract/core/result.ts';
import type { Run, RunKind } from '../../contract/profiles/many.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import type { LiveState } from './live-state.ts';

interface Running {
  done: number;
  count: number;
  /** Aborted once a person, a lock or the end of the app has stopped it. */
  readonly stopping: AbortController;
  /** How many calls work on it. */
  calls: number;
}

/** What the work of a run is told, and tells. */
export interface RunWork {
  /** Aborted when the run is stopped. */
  readonly signal: AbortSignal;
  /** Shows that more steps are done. */
  readonly advance: (steps: number) => void;
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
    const limit = limitConcurrency(atOnce);
    const reached: Item[] = [];
    await this.during(kind, items.length, async ({ signal, advance }) => {
      const step = async (item: Item): Promise<void> => {
        if (signal.aborted) return;
        reached.push(item);
        await act(item);
        advance(1);
      };
      await Promise.all(items.map((item) => limit(() => step(item))));
    });
    return reached;
  }

  /** Shows a run of `count` steps while `work` goes on, which heeds the signal itself. */
  async during<Value>(kind: RunKind, count: number, work: (run: RunWork) => Promise<Value>): Promise<Value> {
    const run = this.#join(kind, count);
    const advance = (steps: number): void => {
      run.done += steps;
      this.#show();
    };
    try {
      return await work({ signal: run.stopping.signal, advance });
    } finally {
      this.#leave(kind, run);
    }
  }

  /** Starts nothing more of a run. */
  stop(kind: RunKind): Result {
    this.#running.get(kind)?.stopping.abort();
    // What is under way ends soon, and a new run of this kind does not wait for it.
    if (this.#running.delete(kind)) this.#show();
    return done;
  }

  /** Stops all runs; called on a lock and on quit, when nobody is shown their progress. */
  stopAll(): void {
    for (const run of this.#running.values()) run.stopping.abort();
  }

  #join(kind: RunKind, count: number): Running {
    const present = this.#running.get(kind);
    const run =
      present && !present.stopping.signal.aborted
        ? present
        : { done: 0, count: 0, stopping: new AbortController(), calls: 0 };
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
