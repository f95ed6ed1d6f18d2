import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../../contract/journal.ts';
import { journalDays } from '../../../../renderer/journal/journal-days.ts';

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const entry = (id: number, at: string): JournalEntry => ({
  ...{
    id,
    at: Date.parse(at),
    what: 'header-copied',
    profileId: null,
    name: '',
    userName: '',
    host: '',
    facts: {},
  },
});
const idsOf = (...entries: readonly JournalEntry[]) =>
  journalDays(entries).map((day) => day.entries.map(({ id }) => id));

describe('the days of the journal', () => {
  test('are those of the time zone of this computer', () => {
    // 23:30 and 00:30 in Berlin, the same day in UTC.
    expect(idsOf(entry(2, '2026-11-26T23:30:00Z'), entry(1, '2026-11-26T22:30:00Z'))).toEqual([[2], [1]]);
    expect(idsOf(entry(2, '2026-11-26T22:30:00Z'), entry(1, '2026-11-26T00:30:00Z'))).toEqual([[2, 1]]);
  });

  test('have 25 hours when the clock goes back, and 23 when it goes forward', () => {
    expect(idsOf(entry(2, '2026-10-25T22:30:00Z'), entry(1, '2026-10-24T22:30:00Z'))).toEqual([[2, 1]]);
    expect(idsOf(entry(2, '2026-03-29T22:30:00Z'), entry(1, '2026-03-28T23:30:00Z'))).toEqual([[2], [1]]);
  });

  test('have keys of their own, even if the clock was set back', () => {
    const days = journalDays([
      ...[
        entry(3, '2026-11-25T12:00:00Z'),
        entry(2, '2026-11-26T12:00:00Z'),
        entry(1, '2026-11-25T11:00:00Z'),
      ],
    ]);
    expect(days.map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
    expect(new Set(days.map(({ key }) => key)).size).toBe(3);
    expect(journalDays([])).toEqual([]);
  });
});
