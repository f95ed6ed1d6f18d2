import { useMemo } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { ServerTableColumn } from '../../contract/server-table.ts';
import type { Translate } from '../../contract/texts.ts';
import { showInList } from '../actions/show-in-list.ts';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { Grid } from '../components/grid/grid.tsx';
import { useGridResizing } from '../frame/grid-resizing.ts';
import { describeStatus } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { setViewState } from '../state/view-state.ts';
import { cellText, type TableEntry, type TextContext } from './cell-text.ts';
import type { TableOrder } from './filter-and-sort.ts';
import styles from './server-table.module.css';

interface Props {
  readonly entries: readonly TableEntry[];
  readonly columns: readonly ServerTableColumn[];
  readonly order: TableOrder;
  readonly onOrder: (order: TableOrder) => void;
  readonly context: TextContext;
  readonly selectedId: ProfileId | null;
}

/** In pixels. */
const rowHeight = 36;
const defaultWidth = 120;
const widths: Partial<Record<ServerTableColumn, number>> = {
  name: 150,
  address: 148,
  userName: 100,
  realName: 160,
  role: 112,
  groups: 90,
  environment: 108,
  session: 196,
  endsAt: 158,
  checkedAt: 104,
  certificate: 200,
  verdict: 150,
  tls: 150,
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

/** The grid of the server overview: the selected row is the selected server, and Enter shows it in the list. */
export function ServerTableGrid({ entries, columns, order, onOrder, context, selectedId }: Props) {
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
        cell: (entry: TableEntry) => renderCell(t, name, entry, context),
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
      resizing={useGridResizing('overview')}
      selectedKey={selectedId}
      onSelect={({ row }) => setViewState({ selectedId: row.profile.id })}
      onOpen={({ row }) => showInList(row.profile.id)}
      empty={t('servers:table.nothingFound')}
    />
  );
}

function renderCell(t: Translate, column: ServerTableColumn, entry: TableEntry, context: TextContext) {
  const { row } = entry;
  const { environment } = row.profile;
  const text = cellText(t, column, entry, context);
  const words = (
    <span className={styles.cut} data-phrase={phrases.has(column) || undefined} title={text}>
      {text === '' ? '—' : text}
    </span>
  );
  if (column === 'name')
    return (
      <>
        <span className={styles.edge} data-environment={environment} />
        <b className={styles.name}>{words}</b>
      </>
    );
  if (column === 'environment')
    return (
      <span className={styles.environment} data-environment={environment}>
        {words}
      </span>
    );
  if (column !== 'session') return words;
  const { status } = describeStatus(t, row, context);
  return (
    <span className={styles.session} data-tone={statusTone(status)}>
      <StatusIcon status={status} busy={row.checking} />
      {words}
    </span>
  );
}
