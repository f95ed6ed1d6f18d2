import { useState } from 'react';
import { type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { FilterField, maxItemsWithoutFilter } from '../components/forms/filter-field.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { findRows } from '../search/results.ts';
import { RunProgress } from '../selection/run-progress.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import styles from './transfer.module.css';
import { TransferDoneDialog } from './transfer-done-dialog.tsx';

/** Chooses servers and exports them to a file. `only`: those that are chosen at first; null: all. */
export function ExportDialog({ only }: { readonly only: readonly ProfileId[] | null }) {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const language = useAppState((state) => state.language);
  const [left, setLeft] = useState<ReadonlySet<ProfileId>>(() => leftAtFirst(rows, only));
  const [search, setSearch] = useState('');
  const [withPins, setWithPins] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const { busy, problem, run } = useAsyncCall();

  const order = new Intl.Collator(language, { numeric: true });
  const sorted = rows.toSorted((one, other) => order.compare(one.profile.name, other.profile.name));
  const matching = search.trim() === '' ? null : new Set(findRows(rows, search).map(({ row }) => row));
  const found = matching === null ? sorted : sorted.filter((row) => matching.has(row));
  const chosen = sorted.filter(({ profile }) => !left.has(profile.id));
  const isPinned = chosen.some(({ profile }) => profile.tls.mode === 'pin');

  const tick = (some: readonly Row[], on: boolean): void => {
    const next = new Set(left);
    for (const { profile } of some) on ? next.delete(profile.id) : next.add(profile.id);
    setLeft(next);
  };

  async function save(): Promise<void> {
    const profileIds = chosen.map(({ profile }) => profile.id);
    const written = await run(bridge.exportProfiles({ profileIds, withPins: withPins && isPinned }));
    if (!written.ok || written.value === null) return;
    if (written.value === 'stopped') return setDone(t('transfer:stopped'));
    const { profiles, file } = written.value;
    setDone(t('transfer:exporting.done', { count: profiles, file }));
  }

  if (done !== null) return <TransferDoneDialog title={t('transfer:exporting.title')} sentences={[done]} />;
  return (
    <Dialog title={t('transfer:exporting.title')} onClose={closeDialog}>
      <DialogForm
        busy={busy}
        onSubmit={() => void save()}
        submit={{
          label: t('transfer:exporting.save', { count: chosen.length }),
          isDisabled: chosen.length === 0,
        }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
        aside={busy ? <RunProgress /> : null}
      >
        {problem === null ? null : <ProblemBox problem={problem} name="" userName="" />}
        <p>{t('transfer:exporting.text')}</p>
        {rows.length > maxItemsWithoutFilter ? (
          <FilterField label={t('transfer:exporting.search')} value={search} onChange={setSearch} />
        ) : null}
        <fieldset className={styles.choice}>
          <legend>{t('transfer:exporting.servers')}</legend>
          <Checkbox
            label={t('transfer:exporting.all')}
            checked={found.every(({ profile }) => !left.has(profile.id))}
            onChange={(event) => tick(found, event.target.checked)}
            autoFocus
          />
          <ul className={styles.servers}>
            {found.map((row) => (
              <li key={row.profile.id}>
                <Checkbox
                  label={row.profile.name}
                  hint={`${row.profile.userName} · ${shortAddress(row.profile.address)}`}
                  checked={!left.has(row.profile.id)}
                  onChange={(event) => tick([row], event.target.checked)}
                />
              </li>
            ))}
          </ul>
        </fieldset>
        <Checkbox
          label={t('transfer:exporting.withPins')}
          hint={t('transfer:exporting.withPinsHint')}
          checked={withPins && isPinned}
          disabled={!isPinned}
          onChange={(event) => setWithPins(event.target.checked)}
        />
      </DialogForm>
    </Dialog>
  );
}

function leftAtFirst(rows: readonly Row[], only: readonly ProfileId[] | null): ReadonlySet<ProfileId> {
  const chosen = only && new Set(only);
  const left = rows.map(({ profile }) => profile.id).filter((id) => chosen !== null && !chosen.has(id));
  return new Set(left);
}
