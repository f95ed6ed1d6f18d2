import { useMemo } from 'react';
import type { ServerTableColumn } from '../../contract/server-table.ts';
import { Grid } from '../components/grid/grid.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { cellText, type TableEntry, type TextContext } from './cell-text.ts';
import type { TableOrder } from './filter-and-sort.ts';
import styles from './server-table.module.css';

interface Props {
  readonly entries: readonly TableEntry[];
  readonly columns: readonly ServerTableColumn[];
  readonly order: TableOrder;
  readonly onOrder: (order: TableOrder) => void;
  readonly context: TextContext;
}

const rowHeight = 36;
const defaultWidth = 150;
const widths: Partial<Record<ServerTableColumn, number>> = {
  name: 200,
  address: 190,
  session: 190,
  endsAt: 170,
  certificate: 210,
  verdict: 160,
  tls: 160,
  groups: 90,
};

/** The columns whose cells are texts of the app, shown with their first letter in upper case. */
const phrases: ReadonlySet<ServerTableColumn> = new Set<ServerTableColumn>([
  'authType',
  'activeDirectory',
  'session',
  'endsAt',
  'verdict',
  'checkedAt',
  'tls',
  'licence',
]);

/** The grid of the server overview. */
export function ServerTableGrid({ entries, columns, order, onOrder, context }: Props) {
  const t = useTranslate();
  const groups = useMemo(
    () => [{ key: 'servers', rows: entries.map((entry) => ({ key: entry.row.profile.id, item: entry })) }],
    [entries],
  );
  const heads = useMemo(
    () =>
      columns.map((name) => ({
        name,
        title: t(`servers:table.columns.${name}`),
        width: widths[name] ?? defaultWidth,
        isRowHeader: name === 'name',
        cell: (entry: TableEntry) => {
          const text = cellText(t, name, entry, context);
          return (
            <span className={styles.cut} data-phrase={phrases.has(name) || undefined} title={text}>
              {text}
            </span>
          );
        },
      })),
    [columns, context, t],
  );
  return (
    <Grid
      label={t('servers:table.title')}
      columns={heads}
      groups={groups}
      rowHeight={rowHeight}
      order={order}
      onOrder={onOrder}
      empty={t('servers:table.nothingFound')}
    />
  );
}
