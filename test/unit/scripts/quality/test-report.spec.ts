import { describe, expect, test } from 'vitest';
import type { RowTest } from '../../../../scripts/quality/fault-report.ts';
import { closingLine, failedLines } from '../../../../scripts/quality/test-report.ts';

const ran = (outcome: RowTest['outcome'], count: number): RowTest[] =>
  Array.from({ length: count }, () => ({ title: 'a test', file: 'a.spec.ts', rows: [], outcome, notes: [] }));

test('the end of a test run names what failed and where', () => {
  const tests = [...ran('passed', 2), ...ran('failed', 1), ...ran('skipped', 1)];
  expect(failedLines({ tests, isBroken: false })).toEqual(['Failed: a.spec.ts: a test']);
  expect(failedLines({ tests: [], isBroken: true })).toEqual([
    expect.stringContaining('outside of the tests'),
  ]);
});

describe('the closing line of a test run', () => {
  test('counts what passed and what failed', () => {
    expect(closingLine({ tests: ran('passed', 12), isBroken: false }, 0)).toBe('12 passed, 0 failed');
    const tests = [...ran('passed', 12), ...ran('failed', 2)];
    expect(closingLine({ tests, isBroken: false }, 1)).toBe('12 passed, 2 failed');
  });

  test('names what was skipped', () => {
    const tests = [...ran('passed', 12), ...ran('skipped', 3)];
    expect(closingLine({ tests, isBroken: false }, 0)).toBe('12 passed, 0 failed, 3 skipped');
  });

  test('never sounds like a success when the run failed', () => {
    expect(closingLine({ tests: [], isBroken: true }, 1)).toBe('0 passed, 1 failed');
    expect(closingLine({ tests: ran('passed', 12), isBroken: false }, 1)).toBe('12 passed, 1 failed');
    expect(closingLine({ tests: ran('passed', 12), isBroken: true }, 1)).toBe('12 passed, 1 failed');
  });
});
