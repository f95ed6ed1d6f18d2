/** The last known CPU times of a process of the tree, which may have exited. */
export interface KnownProcess {
  /** Process id of its parent. */
  readonly parent: number;
  /** CPU time of all its threads, in ms. */
  readonly ownMs: number;
  /** CPU time of the exited children that it waited for, in ms. */
  readonly endedChildrenMs: number;
  readonly isAlive: boolean;
}

/** The CPU time of a process tree at one moment. */
export interface CpuSample {
  /** In epoch milliseconds. */
  readonly at: number;
  readonly totalMs: number;
}

/**
 * The CPU time of a process tree, in ms.
 *
 * An exited child is included in its parent's `endedChildrenMs` if the parent waited for it; otherwise its last known time counts.
 */
export function totalCpuMs(processes: ReadonlyMap<number, KnownProcess>): number {
  const children = new Map<number, number[]>();
  for (const [pid, { parent }] of processes) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const withChildren = (pid: number): number => {
    const known = processes.get(pid);
    if (known === undefined) return 0;
    let living = 0;
    let ended = 0;
    for (const child of children.get(pid) ?? []) {
      if (processes.get(child)?.isAlive) living += withChildren(child);
      else ended += withChildren(child);
    }
    return known.ownMs + living + Math.max(ended, known.endedChildrenMs);
  };
  return [...processes]
    .filter(([, { parent }]) => !processes.has(parent))
    .reduce((sum, [pid]) => sum + withChildren(pid), 0);
}

/** The CPU time at a moment, interpolated between the samples around it; `NaN` outside of the samples. */
export function cpuTimeAt(samples: readonly CpuSample[], at: number): number {
  const after = samples.findIndex((sample) => sample.at >= at);
  const next = samples[after];
  if (next?.at === at) return next.totalMs;
  const before = samples[after - 1];
  if (next === undefined || before === undefined) return Number.NaN;
  const share = (at - before.at) / (next.at - before.at);
  return before.totalMs + (next.totalMs - before.totalMs) * share;
}

/** The time between the two samples around a moment, in ms: the uncertainty of `cpuTimeAt`. */
export function gapAround(samples: readonly CpuSample[], at: number): number {
  const after = samples.findIndex((sample) => sample.at >= at);
  return (samples[after]?.at ?? Number.NaN) - (samples[after - 1]?.at ?? Number.NaN);
}

/** Whether the tree used less than 5 % of one core in the last `overMs`. */
export function isAtRest(samples: readonly CpuSample[], overMs: number): boolean {
  const last = samples.at(-1);
  if (last === undefined) return false;
  const earlier = cpuTimeAt(samples, last.at - overMs);
  return last.totalMs - earlier < overMs / 20;
}
