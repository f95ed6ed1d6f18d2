import { useMemo, useState } from 'react';
import { type ServerTableColumn, serverTableColumns } from '../../contract/server-table.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { FilterField } from '../components/forms/filter-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { Disclosure } from '../components/layout/disclosure.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { defaultColumns, filterAndSort, type TableOrder } from './filter-and-sort.ts';
import styles from './server-table.module.css';
import { ServerTableGrid } from './server-table-grid.tsx';
import { useServerFacts } from './use-server-facts.ts';

/** The server overview: sorting, filtering, and saving as CSV. */
export function ServerTableDialog() {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const facts = useServerFacts();
  const now = useNow(null);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(defaultColumns);
  const [order, setOrder] = useState<TableOrder>({ column: 'name', direction: 'ascending' });
  const [file, setFile] = useState<string | null>(null);
  const { problem, run } = useAsyncCall();

  const columns = useMemo(() => serverTableColumns.filter((column) => shown.has(column)), [shown]);
  const context = useMemo(() => ({ now, language, expiringMs }), [now, language, expiringMs]);
  const entries = useMemo(() => {
    const all = rows.map((row) => ({ row, facts: facts.get(row.profile.id) ?? null }));
    return filterAndSort(t, all, search, columns, order, context);
  }, [t, rows, facts, search, columns, order, context]);

  async function save(): Promise<void> {
    const profileIds = entries.map(({ row }) => row.profile.id);
    const saved = await run(bridge.saveServerTable({ columns, profileIds }));
    setFile(saved.ok ? saved.value : null);
  }

  return (
    <Dialog title={t('servers:table.title')} onClose={closeDialog} dismissable width="wide">
      <div className={styles.middle}>
        <p className={styles.about}>{t('servers:table.about')}</p>
        {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
        <div className={styles.filters}>
          <FilterField label={t('servers:table.search')} value={search} onChange={setSearch} />
          <p className={styles.count} role="status">
            {t('servers:table.shown', { count: entries.length })}
          </p>
        </div>
        <ColumnChoice shown={shown} onChange={setShown} />
        <ServerTableGrid
          entries={entries}
          columns={columns}
          order={order}
          onOrder={setOrder}
          context={context}
        />
      </div>
      <DialogButtons
        aside={
          <span role="status" className={styles.saved}>
            {file === null ? '' : t('servers:table.saved', { file })}
          </span>
        }
      >
        <Button onPress={() => void save()} isDisabled={entries.length === 0}>
          {t('servers:table.save')}
        </Button>
        <Button variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly shown: ReadonlySet<ServerTableColumn>;
  readonly onChange: (shown: ReadonlySet<ServerTableColumn>) => void;
}

function ColumnChoice({ shown, onChange }: ChoiceProps) {
  const t = useTranslate();
  const turn = (column: ServerTableColumn, on: boolean): void => {
    const next = new Set(shown);
    if (on) next.add(column);
    else next.delete(column);
    onChange(next);
  };
  return (
    <Disclosure title={t('servers:table.choose')}>
      <div className={styles.columns}>
        {serverTableColumns
          // The name identifies the row, so it cannot be hidden.
          .filter((column) => column !== 'name')
          .map((column) => (
            <Checkbox
              key={column}
              label={t(`servers:table.columns.${column}`)}
              checked={shown.has(column)}
              onChange={(event) => turn(column, event.target.checked)}
            />
          ))}
      </div>
    </Disclosure>
  );
}
