import { test } from '@playwright/test';

/** Notes a number that the fault suite sums over all tests and shows at its end: how many, and of how many. */
export function measured(label: string, count: number, of?: number): void {
  const description = `${label}: ${count}${of === undefined ? '' : ` of ${of}`}`;
  test.info().annotations.push({ type: 'measured', description });
}
