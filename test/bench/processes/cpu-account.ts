import { type CpuSample, type KnownProcess, totalCpuMs } from './cpu-time.ts';
import { allProcessIds, readStat, readThreadTimes } from './proc-files.ts';

/** Time between samples; a sample takes about 1 ms. */
const sampleEveryMs = 20;

interface SeenProcess extends KnownProcess {
  /** CPU time by thread, including exited threads, in ms. */
  readonly threads: Map<number, number>;
}

/** Sums the CPU time of a process and its descendants, from `/proc`. */
export class CpuAccount {
  readonly #seen = new Map<number, SeenProcess>();
  readonly #strangers = new Set<number>();

  constructor(private readonly root: number) {}

  /** Reads the current times. */
  sample(): CpuSample {
    const began = Date.now();
    const present = new Set(allProcessIds());
    this.#meet([...present].filter((pid) => !this.#seen.has(pid) && !this.#strangers.has(pid)));
    for (const [pid, process] of this.#seen) {
      this.#seen.set(pid, present.has(pid) ? refreshed(pid, process) : { ...process, isAlive: false });
    }
    return { at: (began + Date.now()) / 2, totalMs: totalCpuMs(this.#seen) };
  }

  #meet(newcomers: readonly number[]): void {
    const waiting = new Map(newcomers.map((pid) => [pid, readStat(pid)] as const));
    // Process ids wrap around, so a child may have a lower id than its parent.
    for (let found = true; found; ) {
      found = false;
      for (const [pid, stat] of waiting) {
        if (stat === null || (pid !== this.root && !this.#seen.has(stat.parent))) continue;
        this.#seen.set(pid, { ...stat, isAlive: true, threads: new Map() });
        waiting.delete(pid);
        found = true;
      }
    }
    for (const [pid, stat] of waiting) if (stat !== null) this.#strangers.add(pid);
  }
}

/** Takes samples of a process tree until `stop` is called. */
export function watchCpu(root: number): { readonly samples: readonly CpuSample[]; stop(): void } {
  const account = new CpuAccount(root);
  const samples: CpuSample[] = [{ at: Date.now(), totalMs: 0 }];
  const timer = setInterval(() => samples.push(account.sample()), sampleEveryMs);
  return { samples, stop: () => clearInterval(timer) };
}

function refreshed(pid: number, before: SeenProcess): SeenProcess {
  const stat = readStat(pid);
  if (stat === null) return before;
  for (const [thread, ms] of readThreadTimes(pid)) before.threads.set(thread, ms);
  const inThreads = [...before.threads.values()].reduce((sum, ms) => sum + ms, 0);
  // `schedstat` is exact but misses threads that lived between samples; `stat` includes them, rounded to ticks.
  const ownMs = Math.max(inThreads, stat.ownMs);
  return { ...before, ownMs, endedChildrenMs: stat.endedChildrenMs };
}
