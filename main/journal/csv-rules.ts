import type { JournalEntry } from '../../contract/journal.ts';
import type { Language } from '../../contract/settings.ts';
import { journal as en } from '../../contract/wording/en/journal.ts';
import { journal as es } from '../../contract/wording/es/journal.ts';
import { journal as ru } from '../../contract/wording/ru/journal.ts';

const wordings = { en, ru, es };

/** The lines of the journal as a table that spreadsheets open: CSV after RFC 4180, with the mark of UTF-8 in front. */
export function csvOf(entries: readonly JournalEntry[], language: Language): string {
  const words = wordings[language];
  const { time, event, code, name, user, server, facts } = words.columns;
  const rows = entries.map((entry) => [
    new Date(entry.at).toISOString(),
    words.events[entry.what],
    entry.what,
    entry.name,
    entry.userName,
    entry.host,
    Object.entries(entry.facts)
      .map(([fact, value]) => `${fact}=${value}`)
      .join(' '),
  ]);
  const table = [[time, event, code, name, user, server, facts], ...rows];
  return `\uFEFF${table.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  // SECURITY: a spreadsheet would run a cell that begins like a formula, and names come from servers and people (0003).
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
