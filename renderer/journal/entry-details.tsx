import { formatDateTime } from '../../contract/i18n/format-time.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import type { Translate } from '../../contract/texts.ts';
import { describeEntry } from './entry-text.ts';
import styles from './journal.module.css';

/** In pixels. */
const lineHeight = 22;
const padding = 20;

/** The lines of an unfolded entry: what they are called, and their values. */
export function entryDetails(
  t: Translate,
  entry: JournalEntry,
  language: string,
): readonly (readonly [string, string])[] {
  const { parts } = describeEntry(t, entry);
  const lines: readonly (readonly [string, string])[] = [
    [t('journal:columns.time'), formatDateTime(language, entry.at)],
    [t('journal:columns.server'), entry.name],
    [t('journal:columns.address'), entry.host],
    [t('journal:columns.user'), entry.userName],
    ...parts.map((part) => [t('journal:columns.facts'), part] as const),
    [t('journal:columns.code'), entry.what],
  ];
  return lines.filter(([, value]) => value !== '');
}

/** The height of unfolded lines, in pixels. */
export function detailsHeight(lines: number): number {
  return lines * lineHeight + padding;
}

/** What an entry unfolds. */
export function EntryDetails({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.details} style={{ padding: `${padding / 2}px 0`, lineHeight: `${lineHeight}px` }}>
      {lines.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal, and never change places.
        <div key={index} className={styles.line}>
          <dt>{name}</dt>
          <dd title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
