import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultDoc } from '../../../../scripts/quality/fault-doc.ts';
import type { RowTest } from '../../../../scripts/quality/fault-report.ts';
import { faultTable, isFaultless, measuredBy, outcomesOf } from '../../../../scripts/quality/fault-table.ts';
import { taggedTests, taggedTestsIn } from '../../../../scripts/quality/spec-tags.ts';
import { rows, sections } from '../../../faults/rows.ts';

const ran = (outcome: RowTest['outcome'], row: number, ...notes: RowTest['notes']): RowTest => ({
  file: 'a.spec.ts',
  title: `about ${row}`,
  rows: [row],
  outcome,
  notes,
});
const measured = (description: string) => ({ type: 'measured', description });
const few = [
  { number: 1, title: 'one' },
  { number: 2, title: 'two', notHere: 'wants the moon' },
  { number: 3, title: 'three', notYet: 'tomorrow' },
];

describe('the list of faults', () => {
  test('has 181 rows, each once and in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 181 }, (_, place) => place + 1));
  });

  test('is what the tests are tagged with', async () => {
    const known = new Set(rows.map(({ number }) => number));
    const strangers = (await taggedTests()).filter((tagged) => tagged.rows.some((row) => !known.has(row)));
    expect(strangers).toEqual([]);
  });

  test('is written down as it is: npm run test:faults -- --doc', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../../docs/faults.md'), 'utf8');
    expect(page).toBe(faultDoc(sections, await taggedTests()));
  });
});

describe('the tags of a spec file', () => {
  test('are found on tests and groups, however they are written', () => {
    const source = [
      "test.describe('a thing', { tag: '@row-7' }, () => {",
      "  test('plain', async () => {",
      '  });',
      "  test('one', { tag: ['@row-1'] }, async () => {",
      '  });',
      '  for (const name of names) {',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the source of a test.
      "    test(`named ${name} twice`, { tag: ['@row-2', '@row-12'] }, () => {",
      '    });',
      '  }',
      '});',
      'test(',
      "  'it\\'s alone',",
      "  { tag: ['@row-3'] },",
      '  async () => {});',
    ].join('\n');
    expect(taggedTestsIn('test/a.spec.ts', source)).toEqual([
      { file: 'test/a.spec.ts', title: 'a thing', rows: [7] },
      { file: 'test/a.spec.ts', title: 'a thing › one', rows: [1] },
      { file: 'test/a.spec.ts', title: 'a thing › named … twice', rows: [2, 12] },
      { file: 'test/a.spec.ts', title: "it's alone", rows: [3] },
    ]);
  });
});

describe('the table of a run', () => {
  test('tells passed, failed, impossible here and not tested yet apart', () => {
    const tests = [
      ran('passed', 1),
      ran('failed', 1),
      ran('skipped', 3, { type: 'skip', description: 'no' }),
    ];
    expect(outcomesOf(few, tests).map(({ verdict, why }) => [verdict, why])).toEqual([
      ['failed', 'about 1'],
      ['not here', 'wants the moon'],
      ['not here', 'no'],
    ]);
    expect(faultTable(few, { tests: [ran('passed', 1)], isBroken: false })).toEqual([
      'row 1    passed     one',
      'row 2    not here:  two (wants the moon)',
      'row 3    not yet:   three (tomorrow)',
      '',
      'unreadable files under SIGKILL: not measured',
      'canary hits: not measured',
      'requests that reached a wrong host: not measured',
      '',
      '1 rows passed, 0 failed, 1 not possible here, 1 not tested yet',
    ]);
  });

  test('sums what was measured', () => {
    const tests = [
      ran('passed', 1, measured('unreadable files under SIGKILL: 0 of 1000'), measured('canary hits: 0')),
      ran('passed', 2, measured('canary hits: 2'), { type: 'issue', description: 'canary hits: 7' }),
    ];
    expect([...measuredBy(tests)]).toEqual([
      ['unreadable files under SIGKILL', { count: 0, of: 1000 }],
      ['canary hits', { count: 2, of: null }],
    ]);
  });

  test('is good only when nothing failed, something passed and no secret was found', () => {
    const isGood = (tests: readonly RowTest[], isBroken = false) => isFaultless(few, { tests, isBroken });
    expect(isGood([ran('passed', 1, measured('canary hits: 0'))])).toBe(true);
    expect(isGood([ran('passed', 1, measured('canary hits: 1'))])).toBe(false);
    expect(isGood([ran('passed', 1), ran('failed', 2)])).toBe(false);
    expect(isGood([ran('passed', 1)], true)).toBe(false);
    expect(isGood([])).toBe(false);
  });
});
