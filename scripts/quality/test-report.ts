import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const reportSchema = v.object({
  errors: v.array(v.unknown()),
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

/** The parts of Playwright's JSON report that are used. */
export type TestReport = v.InferOutput<typeof reportSchema>;

/** Reads a report; undefined if the run ended before writing one. */
export async function readReport(file: string): Promise<TestReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : v.parse(reportSchema, JSON.parse(text));
}

/** The last line of a test run, which other programs parse: `N passed, N failed`. */
export function closingLine(report: TestReport | undefined, exitCode: number): string {
  if (report === undefined) return '0 passed, 1 failed';
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A run can fail without a failed test, for instance if a file does not load.
  const failed = unexpected + report.errors.length;
  const line = `${expected + flaky} passed, ${failed === 0 && exitCode !== 0 ? 1 : failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
