import { useState } from 'react';
import type { ImportEntry, ImportPlan } from '../../contract/transfer.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { Disclosure } from '../components/layout/disclosure.tsx';
import { Section } from '../components/layout/section.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { EntryCheckbox } from './entry-checkbox.tsx';
import { describeReason } from './reason-text.ts';
import { type EntrySelection, usableEntries, withSelected } from './selection.ts';
import styles from './transfer.module.css';

/** Entries rendered at once; a file may have thousands. */
const pageSize = 100;

interface Props {
  readonly kind: ImportEntry['kind'];
  readonly plan: ImportPlan;
  readonly selection: EntrySelection;
  readonly onChange: (selection: EntrySelection) => void;
}

/** The entries with the same effect. */
export function EntryGroup({ kind, plan, selection, onChange }: Props) {
  const t = useTranslate();
  const [pages, setPages] = useState(1);
  const entries = plan.entries.filter((entry) => entry.kind === kind);
  if (entries.length === 0) return null;
  const shown = entries.slice(0, pages * pageSize);
  const title = t(`transfer:importing.groups.${kind}`);
  const usable = kind === 'new' || kind === 'changed' ? usableEntries(entries, kind) : [];
  const rest = entries.length - shown.length;
  const list = (
    <ul className={styles.entries}>
      {shown.map((entry) => (
        <li key={entry.entry}>
          {entry.kind === 'new' || entry.kind === 'changed' ? (
            <EntryCheckbox
              entry={entry}
              chosen={selection.get(entry.entry)}
              onSelect={(on) => onChange(withSelected(selection, [entry], on, plan.source))}
              onChange={(part) => onChange(new Map(selection).set(entry.entry, part))}
            />
          ) : (
            <ReadOnlyEntry entry={entry} />
          )}
        </li>
      ))}
    </ul>
  );
  const more =
    rest === 0 ? null : (
      <Button variant="ghost" onPress={() => setPages(pages + 1)}>
        {t('transfer:importing.more', { count: Math.min(rest, pageSize) })}
      </Button>
    );
  if (kind === 'same')
    return (
      <Disclosure title={`${title} · ${entries.length}`}>
        {list}
        {more}
      </Disclosure>
    );
  return (
    <Section title={title} count={entries.length}>
      {usable.length > 1 ? (
        <div className={styles.all}>
          <Checkbox
            label={t('transfer:importing.all')}
            checked={usable.every(({ entry }) => selection.has(entry))}
            onChange={(event) => onChange(withSelected(selection, usable, event.target.checked, plan.source))}
          />
        </div>
      ) : null}
      {list}
      {more}
    </Section>
  );
}

function ReadOnlyEntry({
  entry,
}: {
  readonly entry: Extract<ImportEntry, { readonly kind: 'same' | 'unusable' }>;
}) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { name, userName, address } = entry;
  const why =
    entry.kind === 'same'
      ? null
      : describeReason(t, entry.problem, entry.line, { name, userName, language, now: Date.now() });
  return (
    <div className={styles.plain}>
      <p>{name === '' ? address : name}</p>
      <p className={styles.who}>{[userName, address].filter((part) => part !== '').join(' · ')}</p>
      {why === null ? null : <p className={styles.why}>{why}</p>}
    </div>
  );
}
