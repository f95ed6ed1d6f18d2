import { useState } from 'react';
import type { ImportEntry, ImportPlan } from '../../contract/transfer.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { Fold } from '../components/layout/disclosure.tsx';
import { Section } from '../components/layout/section.tsx';
import { useWords } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { EntryTick } from './entry-checkbox.tsx';
import { reasonWords } from './reason-text.ts';
import { type Ticks, tick, usableOf } from './selection.ts';
import styles from './transfer.module.css';

/** So many are drawn at once; a file may hold thousands. */
const onePage = 100;

interface Props {
  readonly kind: ImportEntry['kind'];
  readonly plan: ImportPlan;
  readonly ticks: Ticks;
  readonly onChange: (ticks: Ticks) => void;
}

/** The entries of a file to which the same would happen. */
export function EntryGroup({ kind, plan, ticks, onChange }: Props) {
  const t = useWords();
  const [pages, setPages] = useState(1);
  const entries = plan.entries.filter((entry) => entry.kind === kind);
  if (entries.length === 0) return null;
  const shown = entries.slice(0, pages * onePage);
  const title = t(`handOver.importing.groups.${kind}`);
  const usable = kind === 'new' || kind === 'changed' ? usableOf(entries, kind) : [];
  const rest = entries.length - shown.length;
  const list = (
    <ul className={styles.entries}>
      {shown.map((entry) => (
        <li key={entry.entry}>
          {entry.kind === 'new' || entry.kind === 'changed' ? (
            <EntryTick
              entry={entry}
              chosen={ticks.get(entry.entry)}
              onTick={(on) => onChange(tick(ticks, [entry], on, plan.source))}
              onTake={(part) => onChange(new Map(ticks).set(entry.entry, part))}
            />
          ) : (
            <UntickedEntry entry={entry} />
          )}
        </li>
      ))}
    </ul>
  );
  const more =
    rest === 0 ? null : (
      <Button loudness="plain" onPress={() => setPages(pages + 1)}>
        {t('handOver.importing.more', { count: Math.min(rest, onePage) })}
      </Button>
    );
  if (kind === 'same')
    return (
      <Fold title={`${title} · ${entries.length}`}>
        {list}
        {more}
      </Fold>
    );
  return (
    <Section title={title} count={entries.length}>
      {usable.length > 1 ? (
        <Checkbox
          label={t('handOver.importing.all')}
          checked={usable.every(({ entry }) => ticks.has(entry))}
          onChange={(event) => onChange(tick(ticks, usable, event.target.checked, plan.source))}
        />
      ) : null}
      {list}
      {more}
    </Section>
  );
}

function UntickedEntry({
  entry,
}: {
  readonly entry: Extract<ImportEntry, { readonly kind: 'same' | 'unusable' }>;
}) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const { name, userName, address } = entry;
  const why =
    entry.kind === 'same'
      ? null
      : reasonWords(t, entry.problem, entry.line, { name, userName, language, now: Date.now() });
  return (
    <div className={styles.plain}>
      <p>{name === '' ? address : name}</p>
      <p className={styles.who}>{[userName, address].filter((part) => part !== '').join(' · ')}</p>
      {why === null ? null : <p className={styles.why}>{why}</p>}
    </div>
  );
}
