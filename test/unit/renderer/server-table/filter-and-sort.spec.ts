import { describe, expect, test } from 'vitest';
import { serverTableColumns } from '../../../../contract/server-table.ts';
import { languages } from '../../../../contract/settings.ts';
import { cellText } from '../../../../renderer/server-table/cell-text.ts';
import { filterAndSort, type TableOrder } from '../../../../renderer/server-table/filter-and-sort.ts';
import { speech } from '../../../support/app/speech.ts';
import { held, rowOf } from '../../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../../support/fake-bridge/sample-rows.ts';

const now = new Date(2026, 10, 24, 12).getTime();
const day = 86_400_000;
const reading = { now, language: 'en', expiringMs: 7 * day };

const lineOf = (number: number, name: string, left: number | null, userName = 'ivanov') => ({
  row: rowOf(number, {
    ...{ name, address: `https://10.0.4.${number}`, userName },
    session: left === null ? { phase: 'logged-out' } : held(now, left, 'accepted'),
  }),
  facts: null,
});
const lines = [
  lineOf(1, 'Gate 10', 3 * day),
  lineOf(2, 'Gate 9', null),
  lineOf(3, 'Élan', 100 * day, 'admin'),
  lineOf(4, 'Depot', 20 * day),
];

describe('the table of all servers', () => {
  const names = async (order: TableOrder, sought = '') => {
    const t = await speech('en');
    return filterAndSort(t, lines, sought, serverTableColumns, order, reading).map(
      ({ row }) => row.profile.name,
    );
  };

  test('is sorted by any column, with numbers in names and without accents', async () => {
    expect(await names({ column: 'name', direction: 'ascending' })).toEqual([
      'Depot',
      'Élan',
      'Gate 9',
      'Gate 10',
    ]);
    expect(await names({ column: 'name', direction: 'descending' })).toEqual([
      'Gate 10',
      'Gate 9',
      'Élan',
      'Depot',
    ]);
    expect(await names({ column: 'userName', direction: 'ascending' })).toEqual([
      'Élan',
      'Depot',
      'Gate 9',
      'Gate 10',
    ]);
  });

  test('sorts moments by time and not by their words, and empty cells last', async () => {
    expect(await names({ column: 'endsAt', direction: 'ascending' })).toEqual([
      'Gate 10',
      'Depot',
      'Élan',
      'Gate 9',
    ]);
    expect(await names({ column: 'endsAt', direction: 'descending' })).toEqual([
      'Élan',
      'Depot',
      'Gate 10',
      'Gate 9',
    ]);
  });

  test('is filtered by any words that its columns show', async () => {
    expect(await names({ column: 'name', direction: 'ascending' }, 'gate IVAN')).toEqual([
      'Gate 9',
      'Gate 10',
    ]);
    expect(await names({ column: 'name', direction: 'ascending' }, 'elan')).toEqual(['Élan']);
    expect(await names({ column: 'name', direction: 'ascending' }, 'nowhere')).toEqual([]);
  });

  for (const language of languages) {
    test(`has a word for every cell in ${language}`, async () => {
      const t = await speech(language);
      for (const row of sampleRows(now)) {
        const facts = {
          profileId: row.profile.id,
          groups: [2],
          language: 'ru',
          certificateEndsAt: now + day,
        };
        for (const column of serverTableColumns)
          expect(cellText(t, column, { row, facts }, { ...reading, language }), column).not.toMatch(
            /undefined|\{\{|\[object|fleetTable\./,
          );
      }
    });
  }
});
