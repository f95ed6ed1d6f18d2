import { readdirSync, readFileSync } from 'node:fs';

/** Fields of `/proc/PID/stat`. */
export interface ProcessStat {
  readonly parent: number;
  /** User and system time of all its threads, including exited ones, in ms; rounded down to ticks. */
  readonly ownMs: number;
  /** The same for its exited children that were waited for. */
  readonly endedChildrenMs: number;
}

/** `USER_HZ` is 100 on all common architectures. */
const msInTick = 10;

/** Parses `/proc/PID/stat`; null if it is empty because the process has exited. */
export function parseStat(text: string): ProcessStat | null {
  // The name in parentheses may contain spaces and parentheses.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = Number.NaN] = fields;
  const ticks = (field: number) => fields[field] ?? Number.NaN;
  // Fields 14 to 17 of the manual page are utime, stime, cutime and cstime; the slice begins with field 3.
  const ownMs = (ticks(11) + ticks(12)) * msInTick;
  const endedChildrenMs = (ticks(13) + ticks(14)) * msInTick;
  return Number.isNaN(parent + ownMs + endedChildrenMs) ? null : { parent, ownMs, endedChildrenMs };
}

/** Parses the CPU time of a thread from `schedstat`, which counts nanoseconds; in ms. */
export function parseSchedstat(text: string): number {
  const nanoseconds = Number.parseInt(text, 10);
  return Number.isNaN(nanoseconds) ? 0 : nanoseconds / 1_000_000;
}

/** The ids of all processes. */
export function allProcessIds(): readonly number[] {
  return numericNames('/proc');
}

/** Reads `/proc/PID/stat`; null if the process has exited. */
export function readStat(pid: number): ProcessStat | null {
  return parseStat(readNow(`/proc/${pid}/stat`));
}

/** Reads the CPU time of each thread of a process, in ms. */
export function readThreadTimes(pid: number): ReadonlyMap<number, number> {
  const threads = numericNames(`/proc/${pid}/task`);
  return new Map(
    threads.map((thread) => [thread, parseSchedstat(readNow(`/proc/${pid}/task/${thread}/schedstat`))]),
  );
}

function numericNames(folder: string): readonly number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function readNow(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
