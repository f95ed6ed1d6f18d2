import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useMemo } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { ServerTableColumn } from '../../contract/server-table.ts';
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

const layoutOptions = { rowHeight: 36, headingHeight: 34 };

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

/** The virtualized grid of the server overview. */
export function ServerTableGrid({ entries, columns, order, onOrder, context }: Props) {
  const t = useTranslate();
  const items = useMemo(() => entries.map((entry) => ({ id: entry.row.profile.id, entry })), [entries]);
  const heads = useMemo(() => columns.map((id) => ({ id })), [columns]);
  return (
    <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
      <Table
        aria-label={t('servers:table.title')}
        className={styles.table ?? ''}
        sortDescriptor={order}
        onSortChange={({ column, direction }) => {
          const sorted = columns.find((one) => one === column);
          if (sorted !== undefined) onOrder({ column: sorted, direction });
        }}
      >
        <TableHeader columns={heads} className={styles.head ?? ''}>
          {({ id }) => (
            <Column
              id={id}
              isRowHeader={id === 'name'}
              allowsSorting
              width={widths[id] ?? defaultWidth}
              textValue={t(`servers:table.columns.${id}`)}
              className={styles.column ?? ''}
            >
              {({ sortDirection }) => (
                <>
                  <span className={styles.cut}>{t(`servers:table.columns.${id}`)}</span>
                  {sortDirection === undefined ? null : sortDirection === 'ascending' ? (
                    <ArrowUp size={14} />
                  ) : (
                    <ArrowDown size={14} />
                  )}
                </>
              )}
            </Column>
          )}
        </TableHeader>
        <TableBody
          items={items}
          dependencies={[columns, context, t]}
          renderEmptyState={() => <p className={styles.empty}>{t('servers:table.nothingFound')}</p>}
        >
          {({ id, entry }) => (
            <Row id={id} columns={heads} dependencies={[entry, context, t]} className={styles.row ?? ''}>
              {(head) => {
                const words = cellText(t, head.id, entry, context);
                return (
                  <Cell className={styles.cell ?? ''} textValue={words}>
                    <span className={styles.cut} data-phrase={phrases.has(head.id) || null} title={words}>
                      {words}
                    </span>
                  </Cell>
                );
              }}
            </Row>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}
