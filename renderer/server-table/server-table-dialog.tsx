import { useMemo, useState } from 'react';
import { type FleetColumn, fleetColumns } from '../../contract/server-table.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { FilterField } from '../components/forms/filter-field.tsx';
import { useCall } from '../components/hooks/use-async-call.ts';
import { Fold } from '../components/layout/disclosure.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useWords } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { sortedLines, type TableOrder, usualColumns } from './filter-and-sort.ts';
import styles from './server-table.module.css';
import { FleetGrid } from './server-table-grid.tsx';
import { useFleet } from './use-server-facts.ts';

/** What is known of all servers, as a table: to be sorted, filtered and saved. */
export function FleetDialog() {
  const t = useWords();
  const rows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const facts = useFleet();
  const now = useNow(null);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(usualColumns);
  const [order, setOrder] = useState<TableOrder>({ column: 'name', direction: 'ascending' });
  const [file, setFile] = useState<string | null>(null);
  const { problem, tell } = useCall();

  const columns = useMemo(() => fleetColumns.filter((column) => shown.has(column)), [shown]);
  const reading = useMemo(() => ({ now, language, expiringMs }), [now, language, expiringMs]);
  const lines = useMemo(() => {
    const all = rows.map((row) => ({ row, facts: facts.get(row.profile.id) ?? null }));
    return sortedLines(t, all, search, columns, order, reading);
  }, [t, rows, facts, search, columns, order, reading]);

  async function save(): Promise<void> {
    const profileIds = lines.map(({ row }) => row.profile.id);
    const saved = await bridge.saveFleet({ columns, profileIds });
    tell(saved.ok ? null : saved.problem);
    setFile(saved.ok ? saved.value : null);
  }

  return (
    <Dialog title={t('fleetTable.title')} onClose={closeDialog} dismissable width="wide">
      <div className={styles.middle}>
        <p className={styles.about}>{t('fleetTable.about')}</p>
        {problem === null ? null : <ProblemBox problem={problem} name={t('window.appName')} userName="" />}
        <div className={styles.filters}>
          <FilterField label={t('fleetTable.search')} value={search} onChange={setSearch} />
          <p className={styles.count} role="status">
            {t('fleetTable.shown', { count: lines.length })}
          </p>
        </div>
        <ColumnChoice shown={shown} onChange={setShown} />
        <FleetGrid lines={lines} columns={columns} order={order} onOrder={setOrder} reading={reading} />
      </div>
      <DialogButtons
        aside={
          <span role="status" className={styles.saved}>
            {file === null ? '' : t('fleetTable.saved', { file })}
          </span>
        }
      >
        <Button onPress={() => void save()} isDisabled={lines.length === 0}>
          {t('fleetTable.save')}
        </Button>
        <Button loudness="primary" onPress={closeDialog}>
          {t('window.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly shown: ReadonlySet<FleetColumn>;
  readonly onChange: (shown: ReadonlySet<FleetColumn>) => void;
}

function ColumnChoice({ shown, onChange }: ChoiceProps) {
  const t = useWords();
  const turn = (column: FleetColumn, on: boolean): void => {
    const next = new Set(shown);
    if (on) next.add(column);
    else next.delete(column);
    onChange(next);
  };
  return (
    <Fold title={t('fleetTable.choose')}>
      <div className={styles.columns}>
        {fleetColumns
          // Without its name nobody knows which server a line is about.
          .filter((column) => column !== 'name')
          .map((column) => (
            <Checkbox
              key={column}
              label={t(`fleetTable.columns.${column}`)}
              checked={shown.has(column)}
              onChange={(event) => turn(column, event.target.checked)}
            />
          ))}
      </div>
    </Fold>
  );
}
