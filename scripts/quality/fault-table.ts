import type { FaultRow } from '../../test/faults/fault-row.ts';
import type { FaultReport, RowTest } from './fault-report.ts';

/** The result of a row. */
export interface RowOutcome {
  readonly row: FaultRow;
  readonly verdict: 'passed' | 'failed' | 'not here' | 'not yet';
  readonly why: string;
}

/** A measured number: how many of how many. */
export interface Measured {
  readonly count: number;
  readonly of: number | null;
}

/** Measurements required in every run; any value but 0 is a failure. */
const promised = ['unreadable files under SIGKILL', 'canary hits', 'requests that reached a wrong host'];

/** The result of each row: failed if one of its tests did, passed if one passed, else why it has none. */
export function outcomesOf(rows: readonly FaultRow[], tests: readonly RowTest[]): readonly RowOutcome[] {
  return rows.map((row) => {
    const own = tests.filter((test) => test.rows.includes(row.number));
    const failed = own.filter(({ outcome }) => outcome === 'failed');
    if (failed.length > 0)
      return { row, verdict: 'failed', why: failed.map(({ title }) => title).join('; ') };
    if (own.some(({ outcome }) => outcome === 'passed')) return { row, verdict: 'passed', why: '' };
    const skipped = own.flatMap(({ notes }) => notes.filter(({ type }) => type === 'skip'));
    if (skipped[0]) return { row, verdict: 'not here', why: skipped[0].description };
    if (row.notHere !== undefined) return { row, verdict: 'not here', why: row.notHere };
    return { row, verdict: 'not yet', why: row.notYet ?? 'no test carries its number' };
  });
}

/** The annotations of the form `label: 0` or `label: 0 of 1000`, summed by label. */
export function measuredBy(tests: readonly RowTest[]): ReadonlyMap<string, Measured> {
  const sums = new Map<string, Measured>();
  for (const { type, description } of tests.flatMap(({ notes }) => notes)) {
    const found = type === 'measured' ? /^(.+): (\d+)(?: of (\d+))?$/.exec(description) : null;
    if (!found) continue;
    const [, label = '', count, of] = found;
    const sofar = sums.get(label);
    sums.set(label, {
      count: (sofar?.count ?? 0) + Number(count),
      of: of === undefined ? (sofar?.of ?? null) : (sofar?.of ?? 0) + Number(of),
    });
  }
  return sums;
}

/** The closing table of a run: one line per row, the measurements, and the totals. */
export function faultTable(rows: readonly FaultRow[], { tests }: FaultReport): readonly string[] {
  const outcomes = outcomesOf(rows, tests);
  const sums = measuredBy(tests);
  const labels = [...promised, ...[...sums.keys()].filter((label) => !promised.includes(label)).sort()];
  const count = (verdict: RowOutcome['verdict']) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  return [
    ...outcomes.map(lineOf),
    '',
    ...labels.map((label) => `${label}: ${spoken(sums.get(label))}`),
    '',
    `${count('passed')} rows passed, ${count('failed')} failed, ${count('not here')} not possible here, ${count('not yet')} not tested yet`,
  ];
}

/** Whether every row with tests passed and every required measurement is 0. */
export function isFaultless(rows: readonly FaultRow[], { tests, isBroken }: FaultReport): boolean {
  const sums = measuredBy(tests);
  return (
    !isBroken &&
    tests.every(({ outcome }) => outcome !== 'failed') &&
    outcomesOf(rows, tests).some(({ verdict }) => verdict === 'passed') &&
    promised.every((label) => (sums.get(label)?.count ?? 0) === 0)
  );
}

function lineOf({ row, verdict, why }: RowOutcome): string {
  const start = `row ${String(row.number).padEnd(3)}  ${`${verdict}${verdict.startsWith('not') ? ':' : ''}`.padEnd(9)}  ${row.title}`;
  return why === '' ? start : `${start} (${why})`;
}

function spoken(measured: Measured | undefined): string {
  if (measured === undefined) return 'not measured';
  return measured.of === null ? `${measured.count}` : `${measured.count} of ${measured.of}`;
}
