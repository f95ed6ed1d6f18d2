import type { EpochMs } from '../../contract/core/time.ts';
import { readMoment } from './journal-record.ts';

/** Retention time, and the size limits in bytes before and after pruning. */
export const journalLimits = { keptMs: 90 * 86_400_000, largest: 10_000_000, thinnedTo: 8_000_000 };

/** Whether the file holds lines that are too old or too many; `first` is its first line. */
export function isTooMuch(first: string, size: number, now: EpochMs): boolean {
  if (size > journalLimits.largest) return true;
  return size > 0 && !isYoung(first, now);
}

/** The lines to keep: readable, not older than 90 days, the newest ones if there are too many. */
export function linesThatStay(lines: readonly string[], now: EpochMs): readonly string[] {
  const young = lines.filter((text) => isYoung(text, now));
  let room = journalLimits.thinnedTo;
  let first = young.length;
  while (first > 0) {
    room -= Buffer.byteLength(young[first - 1] ?? '') + 1;
    if (room < 0) break;
    first -= 1;
  }
  return young.slice(first);
}

function isYoung(text: string, now: EpochMs): boolean {
  const at = readMoment(text);
  return at !== null && at >= now - journalLimits.keptMs;
}
