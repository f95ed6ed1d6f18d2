import { useState } from 'react';
import { isEncrypted, type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { FilterField, maxItemsWithoutFilter } from '../components/forms/filter-field.tsx';
import { describeStatus } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { findRows } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './bulk-login.module.css';
import { acceptsPassword, type UserGroup } from './user-groups.ts';

interface Props {
  readonly group: UserGroup;
  readonly selected: ReadonlySet<ProfileId>;
  readonly onChange: (selected: ReadonlySet<ProfileId>) => void;
}

/** Checkboxes for the servers of one user name, first those that need a log-in. */
export function ServerChecklist({ group, selected, onChange }: Props) {
  const t = useTranslate();
  const [search, setSearch] = useState('');
  const found = search.trim() === '' ? group.rows : findRows(group.rows, search).map(({ row }) => row);
  const usable = found.filter(acceptsPassword);

  const select = (some: readonly Row[], on: boolean): void => {
    const next = new Set(selected);
    for (const { profile } of some) on ? next.add(profile.id) : next.delete(profile.id);
    onChange(next);
  };
  const isNeeded = ({ profile }: Row): boolean => group.needed.has(profile.id);
  const parts = [
    { title: t('login:bulk.needed'), rows: found.filter(isNeeded) },
    { title: t('login:bulk.others'), rows: found.filter((row) => !isNeeded(row)) },
  ].filter(({ rows }) => rows.length > 0);

  return (
    <>
      {group.rows.length > maxItemsWithoutFilter ? (
        <FilterField label={t('login:bulk.search')} value={search} onChange={setSearch} />
      ) : null}
      <fieldset className={styles.choice}>
        <legend>{t('login:bulk.servers', { user: group.userName })}</legend>
        <Checkbox
          label={t('login:bulk.inView')}
          disabled={usable.length === 0}
          checked={usable.length > 0 && usable.every(({ profile }) => selected.has(profile.id))}
          onChange={(event) => select(usable, event.target.checked)}
        />
        <div className={styles.servers}>
          {parts.length === 0 ? <p>{t('login:bulk.nothingFound')}</p> : null}
          {parts.map(({ title, rows }) => (
            <section key={title} aria-label={title}>
              <h3 className={styles.part}>{title}</h3>
              <ul>
                {rows.map((row) => (
                  <li key={row.profile.id}>
                    <ServerCheckbox
                      row={row}
                      checked={selected.has(row.profile.id) && acceptsPassword(row)}
                      onChange={(on) => select([row], on)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </fieldset>
    </>
  );
}

interface CheckboxProps {
  readonly row: Row;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function ServerCheckbox({ row, checked, onChange }: CheckboxProps) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const { label } = describeStatus(t, row, { now: Date.now(), expiringMs, language });
  const notes = [shortAddress(row.profile.address), label];
  if (!isEncrypted(row.profile.address)) notes.push(t('login:bulk.plainHttp'));
  if (row.profile.environment !== 'none') notes.push(t(`window:environment.${row.profile.environment}`));
  return (
    <Checkbox
      label={row.profile.name}
      hint={acceptsPassword(row) ? notes.join(' · ') : t('login:bulk.faceNeeded')}
      disabled={!acceptsPassword(row)}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
