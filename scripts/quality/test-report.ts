import type { FaultReport } from './fault-report.ts';

/** The failed tests, a line each, at the end of a run, where a log that is cut at its beginning still has them. */
export function failedLines({ tests, isBroken }: FaultReport): readonly string[] {
  const failed = tests.filter(({ outcome }) => outcome === 'failed');
  const lines = failed.map(({ file, title }) => `Failed: ${file}: ${title}`);
  return isBroken ? [...lines, 'Failed: something outside of the tests, see above'] : lines;
}

/** The last line of a test run, which other programs parse: `N passed, N failed`. */
export function closingLine({ tests, isBroken }: FaultReport, exitCode: number): string {
  const count = (outcome: string) => tests.filter((test) => test.outcome === outcome).length;
  // A run can fail without a failed test, for instance if a file does not load.
  const failed = count('failed') + (isBroken ? 1 : 0);
  const line = `${count('passed')} passed, ${failed === 0 && exitCode !== 0 ? 1 : failed} failed`;
  return count('skipped') === 0 ? line : `${line}, ${count('skipped')} skipped`;
}
