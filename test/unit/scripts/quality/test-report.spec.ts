import { describe, expect, test } from 'vitest';
import { closingLine } from '../../../../scripts/quality/test-report.ts';

const stats = { expected: 12, unexpected: 0, flaky: 0, skipped: 0 };

describe('the closing line of a test run', () => {
  test('counts what passed and what failed', () => {
    expect(closingLine({ errors: [], stats }, 0)).toBe('12 passed, 0 failed');
    expect(closingLine({ errors: [], stats: { ...stats, unexpected: 2 } }, 1)).toBe('12 passed, 2 failed');
    expect(closingLine({ errors: [], stats: { ...stats, flaky: 1 } }, 0)).toBe('13 passed, 0 failed');
  });

  test('names what was skipped', () => {
    expect(closingLine({ errors: [], stats: { ...stats, skipped: 3 } }, 0)).toBe(
      '12 passed, 0 failed, 3 skipped',
    );
  });

  test('never sounds like a success when the run failed', () => {
    expect(closingLine(undefined, 1)).toBe('0 passed, 1 failed');
    expect(closingLine({ errors: [], stats }, 1)).toBe('12 passed, 1 failed');
    expect(closingLine({ errors: ['a file did not load'], stats }, 1)).toBe('12 passed, 1 failed');
  });
});
