import { isMoment } from '../../contract/core/time.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import type { Language } from '../../contract/settings.ts';
import { journal as en } from '../../contract/wording/en/journal.ts';
import { journal as es } from '../../contract/wording/es/journal.ts';
import { journal as ru } from '../../contract/wording/ru/journal.ts';
import { csvTable } from '../files/csv.ts';

const wordings = { en, ru, es };

/** The journal as CSV. */
export function journalCsv(entries: readonly JournalEntry[], language: Language): string {
  const words = wordings[language];
  const { time, event, code, name, user, server, facts } = words.columns;
  const rows = entries.map((entry) => [
    isMoment(entry.at) ? new Date(entry.at).toISOString() : '',
    words.events[entry.what],
    entry.what,
    entry.name,
    entry.userName,
    entry.host,
    Object.entries(entry.facts)
      .map(([fact, value]) => `${fact}=${value}`)
      .join(' '),
  ]);
  return csvTable([[time, event, code, name, user, server, facts], ...rows]);
}
