import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useMemo } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { FleetColumn } from '../../contract/server-table.ts';
import { useWords } from '../i18n/translate.ts';
import { cellWords, type Line, type Reading } from './cell-text.ts';
import type { TableOrder } from './filter-and-sort.ts';
import styles from './server-table.module.css';

interface Props {
  readonly lines: readonly Line[];
  readonly columns: readonly FleetColumn[];
  readonly order: TableOrder;
  readonly onOrder: (order: TableOrder) => void;
  readonly reading: Reading;
}

const layoutOptions = { rowHeight: 36, headingHeight: 34 };

const usualWidth = 150;
const widths: Partial<Record<FleetColumn, number>> = {
  name: 200,
  address: 190,
  session: 190,
  endsAt: 170,
  certificate: 210,
  verdict: 160,
  tls: 160,
  groups: 90,
};

/** The table itself: a grid of which only the rows in sight exist. */
export function FleetGrid({ lines, columns, order, onOrder, reading }: Props) {
  const t = useWords();
  const items = useMemo(() => lines.map((line) => ({ id: line.row.profile.id, line })), [lines]);
  const heads = useMemo(() => columns.map((id) => ({ id })), [columns]);
  return (
    <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
      <Table
        aria-label={t('fleetTable.title')}
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
              width={widths[id] ?? usualWidth}
              textValue={t(`fleetTable.columns.${id}`)}
              className={styles.column ?? ''}
            >
              {({ sortDirection }) => (
                <>
                  <span className={styles.cut}>{t(`fleetTable.columns.${id}`)}</span>
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
          dependencies={[columns, reading, t]}
          renderEmptyState={() => <p className={styles.empty}>{t('fleetTable.nothingFound')}</p>}
        >
          {({ id, line }) => (
            <Row id={id} columns={heads} dependencies={[line, reading, t]} className={styles.row ?? ''}>
              {(head) => {
                const words = cellWords(t, head.id, line, reading);
                return (
                  <Cell className={styles.cell ?? ''} textValue={words}>
                    <span className={styles.cut} title={words}>
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
