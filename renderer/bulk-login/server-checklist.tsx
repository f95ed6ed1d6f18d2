import { useState } from 'react';
import { type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { FilterField } from '../components/forms/filter-field.tsx';
import { standingWords } from '../i18n/format-status.ts';
import { useWords } from '../i18n/translate.ts';
import { findRows } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import styles from './bulk-login.module.css';
import { isPlain, mayBeChosen, type UserGroup } from './user-groups.ts';

/** So many servers are found by looking. */
const fewServers = 8;

interface Props {
  readonly group: UserGroup;
  readonly ticks: ReadonlySet<ProfileId>;
  readonly onChange: (ticks: ReadonlySet<ProfileId>) => void;
}

/** The servers of one user name, to be ticked: first those that need a login. */
export function ServerTicks({ group, ticks, onChange }: Props) {
  const t = useWords();
  const [search, setSearch] = useState('');
  const ranks = search.trim() === '' ? null : findRows(group.rows, search);
  const found = ranks === null ? group.rows : group.rows.filter(({ profile }) => ranks.has(profile.id));
  const usable = found.filter(mayBeChosen);

  const tick = (some: readonly Row[], on: boolean): void => {
    const next = new Set(ticks);
    for (const { profile } of some) on ? next.add(profile.id) : next.delete(profile.id);
    onChange(next);
  };
  const isNeeded = ({ profile }: Row): boolean => group.needed.has(profile.id);
  const parts = [
    { title: t('bulkLogin.needed'), rows: found.filter(isNeeded) },
    { title: t('bulkLogin.others'), rows: found.filter((row) => !isNeeded(row)) },
  ].filter(({ rows }) => rows.length > 0);

  return (
    <>
      {group.rows.length > fewServers ? (
        <FilterField label={t('bulkLogin.search')} value={search} onChange={setSearch} />
      ) : null}
      <fieldset className={styles.choice}>
        <legend>{t('bulkLogin.servers', { user: group.userName })}</legend>
        <Checkbox
          label={t('bulkLogin.inView')}
          disabled={usable.length === 0}
          checked={usable.length > 0 && usable.every(({ profile }) => ticks.has(profile.id))}
          onChange={(event) => tick(usable, event.target.checked)}
        />
        <div className={styles.servers}>
          {parts.length === 0 ? <p>{t('bulkLogin.nothingFound')}</p> : null}
          {parts.map(({ title, rows }) => (
            <section key={title} aria-label={title}>
              <h3 className={styles.part}>{title}</h3>
              <ul>
                {rows.map((row) => (
                  <li key={row.profile.id}>
                    <ServerTick
                      row={row}
                      checked={ticks.has(row.profile.id) && mayBeChosen(row)}
                      onChange={(on) => tick([row], on)}
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

interface TickProps {
  readonly row: Row;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function ServerTick({ row, checked, onChange }: TickProps) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const { word } = standingWords(t, row, { now: Date.now(), expiringMs, language });
  const notes = [shortAddress(row.profile.address), word];
  if (isPlain(row)) notes.push(t('bulkLogin.plainHttp'));
  if (row.profile.environment !== 'none') notes.push(t(`window.environment.${row.profile.environment}`));
  return (
    <Checkbox
      label={row.profile.name}
      hint={mayBeChosen(row) ? notes.join(' · ') : t('bulkLogin.faceNeeded')}
      disabled={!mayBeChosen(row)}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
