import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { type JournalFilter, journalKindNames } from '../../contract/journal.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { FilterField } from '../components/forms/filter-field.tsx';
import { Select } from '../components/forms/select.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import styles from './journal-dialog.module.css';
import { JournalList } from './journal-list.tsx';
import { useJournal } from './use-journal.ts';

/** The journal: filtering, and saving as CSV. */
export function JournalDialog({ of }: { readonly of: ProfileId | null }) {
  const t = useTranslate();
  const [filter, setFilter] = useState<JournalFilter>({ profileId: of, kind: null, text: '' });
  const journal = useJournal(filter);
  const [saving, setSaving] = useState<{ readonly file?: string; readonly problem?: Problem }>({});
  const problem = journal.problem ?? saving.problem ?? null;

  const save = (): void => {
    void bridge.saveJournal(filter).then((saved) => {
      if (!saved.ok) setSaving({ problem: saved.problem });
      else setSaving(saved.value === null ? {} : { file: saved.value });
    });
  };

  return (
    <Dialog title={t('journal:title')} onClose={closeDialog} dismissable width="large">
      <div className={styles.middle}>
        <p className={styles.about}>{t('journal:about')}</p>
        {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
        <Filters filter={filter} change={(part) => setFilter({ ...filter, ...part })} />
        <JournalList {...journal} isFiltered={filter.kind !== null || filter.text.trim() !== ''} />
      </div>
      <DialogButtons
        aside={
          <span role="status" className={styles.saved}>
            {saving.file === undefined ? '' : t('journal:saved', { file: saving.file })}
          </span>
        }
      >
        <Button onPress={save} isDisabled={journal.entries === null || journal.entries.length === 0}>
          {t('journal:save')}
        </Button>
        <Button variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

interface FilterProps {
  readonly filter: JournalFilter;
  readonly change: (part: Partial<JournalFilter>) => void;
}

function Filters({ filter, change }: FilterProps) {
  const t = useTranslate();
  const rows = useAppState((state) => state.rows);
  const servers = rows
    .map(({ profile }) => ({ value: profile.id as string, label: profile.name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  const kinds = journalKindNames.map((value) => ({
    value: value as string,
    label: t(`journal:kinds.${value}`),
  }));
  return (
    <div className={styles.filters}>
      <FilterField label={t('journal:search')} value={filter.text} onChange={(text) => change({ text })} />
      <Select
        label={t('journal:server')}
        value={filter.profileId ?? ''}
        options={[{ value: '', label: t('journal:allServers') }, ...servers]}
        onChange={(chosen) =>
          change({ profileId: rows.find(({ profile }) => profile.id === chosen)?.profile.id ?? null })
        }
      />
      <Select
        label={t('journal:kind')}
        value={filter.kind ?? ''}
        options={[{ value: '', label: t('journal:allKinds') }, ...kinds]}
        onChange={(chosen) => change({ kind: journalKindNames.find((kind) => kind === chosen) ?? null })}
      />
    </div>
  );
}
