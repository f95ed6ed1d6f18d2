// Types what a test may note for the report.

import { TestRunner } from 'vitest';
import type {} from '../../scripts/quality/vitest-report.ts';

/** Records a number, which the fault suite sums over all tests and prints: how many, and of how many. */
export function measured(label: string, count: number, of?: number): void {
  noteMeasured(`${label}: ${count}${of === undefined ? '' : ` of ${of}`}`);
}

/** Records a measurement for the fault suite: `label: 0` or `label: 0 of 1000`. */
export function noteMeasured(description: string): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error('Only a test can measure something');
  test.meta.measured = [...(test.meta.measured ?? []), description];
}
