import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../contract/journal.ts';
import { loadTexts } from '../../../main/i18n/load-texts.ts';
import { journalCsv } from '../../../main/journal/journal-csv.ts';
import { journalRecord } from '../../../main/journal/journal-record.ts';
import { airport, depot, noon } from './noting.ts';

const entry = (part: Partial<JournalEntry> = {}): JournalEntry => ({
  id: 0,
  ...journalRecord(noon, 'header-copied', airport, { production: true, anyway: false }),
  ...part,
});
const english = await loadTexts('en', 'journal');
const read = (text: string): readonly (readonly string[])[] => parse(text, { bom: true });

describe('the journal as a table', () => {
  test('has one line for each event, in the language of the window', async () => {
    expect(journalCsv(english, [entry()])).toBe(
      '\uFEFF"Time","Event","Code","Name","User","Server","Details"\r\n' +
        '"2026-11-24T12:00:00.000Z","Header copied","header-copied","Airport","ivanov","10.0.4.7:8443","production=true anyway=false"\r\n',
    );
    expect(read(journalCsv(await loadTexts('ru', 'journal'), [entry()]))[1]?.[1]).toBe(
      'Заголовок скопирован',
    );
  });

  test('keeps every name, whatever it contains', () => {
    const name = 'Depot, "north"\nsecond floor';
    const table = read(journalCsv(english, [entry({ name })]));
    expect(table[1]?.[3]).toBe(name);
    expect(table[1]).toHaveLength(7);
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    test(`contains no formula that starts with ${JSON.stringify(start)}`, () => {
      const evil = `${start}HYPERLINK("http://x","y")`;
      const row = read(journalCsv(english, [entry({ name: evil, userName: depot.userName, host: evil })]))[1];
      expect([row?.[3], row?.[4], row?.[5]]).toEqual([`'${evil}`, `'${depot.userName}`, `'${evil}`]);
    });
  }
});
