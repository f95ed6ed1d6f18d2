import type { FleetColumn } from '../../contract/server-table.ts';
import type { Say } from '../i18n/format-time.ts';
import { normalise } from '../search/normalize.ts';
import { cellWords, type Line, momentIn, type Reading } from './cell-text.ts';

/** By which column the table is sorted, and which way. */
export interface TableOrder {
  readonly column: FleetColumn;
  readonly direction: 'ascending' | 'descending';
}

/** The columns that are shown until a person chooses others. */
export const usualColumns: ReadonlySet<FleetColumn> = new Set<FleetColumn>([
  'name',
  'address',
  'userName',
  'role',
  'environment',
  'session',
  'endsAt',
  'verdict',
  'checkedAt',
  'tls',
  'certificate',
]);

/** The lines in which every sought word occurs, in the order of one column; empty cells come last, whichever way. */
export function sortedLines(
  t: Say,
  lines: readonly Line[],
  sought: string,
  columns: readonly FleetColumn[],
  order: TableOrder,
  reading: Reading,
): readonly Line[] {
  const words = normalise(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  const textOf = (line: Line): string =>
    normalise(columns.map((column) => cellWords(t, column, line, reading)).join('\n'));
  const found =
    words.length === 0
      ? lines
      : lines.filter((line) => {
          const text = textOf(line);
          return words.every((word) => text.includes(word));
        });
  const collator = new Intl.Collator(reading.language, { numeric: true });
  const turn = order.direction === 'ascending' ? 1 : -1;
  const keyed = found.map((line) => ({
    line,
    moment: momentIn(order.column, line),
    text: cellWords(t, order.column, line, reading),
    name: line.row.profile.name,
  }));
  keyed.sort((one, other) => {
    if ((one.text === '') !== (other.text === '')) return one.text === '' ? 1 : -1;
    const byKey =
      one.moment !== null && other.moment !== null
        ? one.moment - other.moment
        : collator.compare(one.text, other.text);
    return byKey === 0 ? collator.compare(one.name, other.name) : byKey * turn;
  });
  return keyed.map(({ line }) => line);
}
