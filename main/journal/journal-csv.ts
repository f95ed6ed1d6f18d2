import { isMoment } from '../../contract/core/time.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import { csvTable } from '../files/csv.ts';
import type { Translate } from '../i18n/load-texts.ts';

const columns = ['time', 'event', 'code', 'name', 'user', 'server', 'facts'] as const;

/** The journal as CSV. */
export function journalCsv(t: Translate<'journal'>, entries: readonly JournalEntry[]): string {
  const rows = entries.map((entry) => [
    isMoment(entry.at) ? new Date(entry.at).toISOString() : '',
    t(`journal:events.${entry.what}`),
    entry.what,
    entry.name,
    entry.userName,
    entry.host,
    Object.entries(entry.facts)
      .map(([fact, value]) => `${fact}=${value}`)
      .join(' '),
  ]);
  return csvTable([columns.map((column) => t(`journal:columns.${column}`)), ...rows]);
}
