import type { EpochMs } from '../../contract/core/time.ts';
import type { JournalEntry } from '../../contract/journal.ts';

/** The entries of one day, newest first. */
export interface JournalDay {
  /** Unique, even if a day comes twice because the clock was set back. */
  readonly key: string;
  readonly entries: readonly JournalEntry[];
}

/** Divides entries into the days of this computer's time zone, in their order. */
export function journalDays(entries: readonly JournalEntry[]): readonly JournalDay[] {
  const days: { key: string; start: EpochMs; entries: JournalEntry[] }[] = [];
  for (const entry of entries) {
    const start = new Date(entry.at).setHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.start === start) last.entries.push(entry);
    else days.push({ key: `day of ${entry.id}`, start, entries: [entry] });
  }
  return days;
}
