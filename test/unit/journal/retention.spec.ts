import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../main/files/file-system.ts';
import { journalRecord, recordText } from '../../../main/journal/journal-record.ts';
import { isTooMuch, journalLimits, linesThatStay } from '../../../main/journal/retention.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { airport, day, journalIn, noon } from './noting.ts';

const text = (at: number) =>
  recordText(journalRecord(at, 'logged-in', airport, { kept: 'sealed', wayIn: 'password' }));

describe('the retention of the journal', () => {
  test('is 90 days, to the millisecond', () => {
    const edge = noon - 90 * day;
    expect(linesThatStay([text(edge - 1), text(edge), text(noon)], noon)).toEqual([text(edge), text(noon)]);
    expect(isTooMuch(text(edge - 1), 100, noon)).toBe(true);
    expect(isTooMuch(text(edge), 100, noon)).toBe(false);
  });

  test('also keeps entries of a later version', () => {
    const later = JSON.stringify({ at: noon, what: 'travelled-in-time' });
    expect(linesThatStay([later, 'torn'], noon)).toEqual([later]);
  });

  test('keeps the newest entries beyond the limit', () => {
    const lines = Array.from({ length: 60_000 }, (_, count) => text(noon - 60_000 + count));
    const staying = linesThatStay(lines, noon);
    expect(staying.at(-1)).toBe(lines.at(-1));
    const size = staying.join('\n').length + 1;
    expect(size).toBeLessThanOrEqual(journalLimits.thinnedTo);
    expect(size).toBeGreaterThan(journalLimits.thinnedTo - 1_000);
  });

  test('is never more than 10 MB on disk, and a disk that refuses the shorter file keeps the longer one', async () => {
    const { journal, path, written, clock } = journalIn(await freshFolder());
    const lines = Array.from({ length: 60_000 }, (_, count) => text(noon - 60_000 + count));
    await writeFile(path, lines.map((line) => `${line}\n`).join(''));
    const { journal: onFullDisk } = journalIn(path.replace('/journal.jsonl', ''), {
      ...realDisk,
      rename: async () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    await onFullDisk.open();
    expect(await written()).toHaveLength(60_000);
    await journal.open();
    clock.now += 1;
    expect((await written()).length).toBeLessThan(50_000);
    expect((await written()).at(-1)).toBe(lines.at(-1));
  });
});
