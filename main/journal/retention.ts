import type { EpochMs } from '../../contract/core/time.ts';
import { readMoment } from './journal-record.ts';

/** How long the journal remembers, and how large it may become. */
export const journalLimits = { keptMs: 90 * 86_400_000, largest: 10_000_000, thinnedTo: 8_000_000 };

/** Does the file hold what is too old, or too much? `first` is its first line. */
export function isTooMuch(first: string, size: number, now: EpochMs): boolean {
  if (size > journalLimits.largest) return true;
  return size > 0 && !isYoung(first, now);
}

/** The lines that stay: readable, not older than 90 days, and the newest of them if they are too many. */
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
