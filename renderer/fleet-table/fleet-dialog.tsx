import { useMemo, useState } from 'react';
import { type FleetColumn, fleetColumns } from '../../contract/fleet-table.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../parts/button.tsx';
import { Checkbox } from '../parts/checkbox.tsx';
import { Dialog, DialogButtons } from '../parts/dialog.tsx';
import { FilterField } from '../parts/filter-field.tsx';
import { Fold } from '../parts/fold.tsx';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useCall } from '../problems/use-call.ts';
import { useAppState } from '../state/app-state.ts';
import { useNow } from '../state/clock.ts';
import { closeDialog } from '../state/view-state.ts';
import { useWords } from '../words.ts';
import styles from './fleet-dialog.module.css';
import { FleetGrid } from './fleet-grid.tsx';
import { sortedLines, type TableOrder, usualColumns } from './table-rules.ts';
import { useFleet } from './use-fleet.ts';

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
