import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import type { Problem } from '../../contract/core/problem.ts';
import { type JournalFilter, journalKindNames } from '../../contract/journal.ts';
import { closeScreen } from '../actions/show-in-list.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { FilterField } from '../components/forms/filter-field.tsx';
import { Select } from '../components/forms/select.tsx';
import { ScreenFrame } from '../components/layout/screen-frame.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { setViewState, useViewState, wholeJournal } from '../state/view-state.ts';
import lines from './journal.module.css';
import { JournalList } from './journal-list.tsx';
import styles from './journal-screen.module.css';
import { useJournal } from './use-journal.ts';

/** The journal: filtering, and saving as CSV. */
export function JournalScreen() {
  const t = useTranslate();
  const filter = useViewState((state) => state.journal);
  const { entries, more, showMore, ...journal } = useJournal(filter);
  const [saving, setSaving] = useState<{ readonly file?: string; readonly problem?: Problem }>({});
  const problem = journal.problem ?? saving.problem ?? null;
  const isFiltered = filter.profileId !== null || filter.kind !== null || filter.text.trim() !== '';

  const change = (part: Partial<JournalFilter>): void => {
    setSaving({});
    setViewState({ journal: { ...filter, ...part } });
  };
  const save = (): void => {
    void bridge.saveJournal(filter).then((saved) => {
      if (!saved.ok) setSaving({ problem: saved.problem });
      else setSaving(saved.value === null ? {} : { file: saved.value });
    });
  };

  return (
    <ScreenFrame
      title={t('journal:title')}
      note={saving.file === undefined ? t('journal:about') : t('journal:saved', { file: saving.file })}
      backLabel={t('window:showServers')}
      onBack={closeScreen}
      isReady={entries !== null}
      actions={
        <Button icon={<Download />} onPress={save} isDisabled={entries === null || entries.length === 0}>
          {t('journal:save')}
        </Button>
      }
    >
      {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
      <div className={styles.filters}>
        <Filters filter={filter} change={change} />
        <p role="status" className={styles.count}>
          {entries === null
            ? ''
            : more
              ? t('journal:countMore', { number: entries.length })
              : t('journal:count', { count: entries.length })}
        </p>
      </div>
      {entries === null ? null : (
        <JournalList
          entries={entries}
          empty={
            <div className={lines.nothing} role="status">
              <p className={lines.title}>{t(isFiltered ? 'journal:nothingFound' : 'journal:empty')}</p>
              <p>{t(isFiltered ? 'journal:nothingFoundText' : 'journal:emptyText')}</p>
              {isFiltered ? (
                <div className={lines.button}>
                  <Button onPress={() => change(wholeJournal)}>{t('journal:clear')}</Button>
                </div>
              ) : null}
            </div>
          }
        />
      )}
      {more ? (
        <div className={styles.older}>
          <Button onPress={showMore}>{t('journal:more')}</Button>
        </div>
      ) : null}
    </ScreenFrame>
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
    <>
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
    </>
  );
}
