import { normalize } from '../../contract/search/normalize.ts';
import type { ServerTableColumn } from '../../contract/server-table.ts';
import type { Translate } from '../../contract/texts.ts';
import type { OverviewView } from '../state/view-state.ts';
import { cellMoment, cellText, type TableEntry, type TextContext } from './cell-text.ts';

/** Sort column and direction. */
export type TableOrder = OverviewView['order'];

/** What the overview shows until a person chooses something else. */
export const defaultOverview: OverviewView = {
  search: '',
  order: { column: 'name', direction: 'ascending' },
};

/** The columns of the overview until a person chooses others: as many as fit. */
export const defaultColumns: readonly ServerTableColumn[] = [
  ...(['name', 'address', 'userName', 'role', 'environment', 'session', 'endsAt', 'checkedAt'] as const),
];

/** The rows that contain every word, sorted by a column; empty cells come last in both directions. */
export function filterAndSort(
  t: Translate,
  entries: readonly TableEntry[],
  sought: string,
  columns: readonly ServerTableColumn[],
  order: TableOrder,
  context: TextContext,
): readonly TableEntry[] {
  const words = normalize(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  const textOf = (entry: TableEntry): string =>
    normalize(columns.map((column) => cellText(t, column, entry, context)).join('\n'));
  const found =
    words.length === 0
      ? entries
      : entries.filter((entry) => {
          const text = textOf(entry);
          return words.every((word) => text.includes(word));
        });
  const collator = new Intl.Collator(context.language, { numeric: true });
  const turn = order.direction === 'ascending' ? 1 : -1;
  const keyed = found.map((entry) => ({
    entry,
    moment: cellMoment(order.column, entry),
    text: cellText(t, order.column, entry, context),
    name: entry.row.profile.name,
  }));
  keyed.sort((one, other) => {
    if ((one.text === '') !== (other.text === '')) return one.text === '' ? 1 : -1;
    const byKey =
      one.moment !== null && other.moment !== null
        ? one.moment - other.moment
        : collator.compare(one.text, other.text);
    return byKey === 0 ? collator.compare(one.name, other.name) : byKey * turn;
  });
  return keyed.map(({ entry }) => entry);
}
