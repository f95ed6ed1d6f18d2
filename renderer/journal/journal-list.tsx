import type { JournalEntry } from '../../contract/journal.ts';
import { Button } from '../components/buttons/button.tsx';
import { ScrollArea } from '../components/layout/scroll-area.tsx';
import { formatDateTime, formatMoment } from '../i18n/format-time.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { describeEntry } from './entry-text.ts';
import styles from './journal-list.module.css';
import type { ShownJournal } from './use-journal.ts';

interface Props extends ShownJournal {
  readonly isFiltered: boolean;
  readonly showMore: () => void;
}

/** The journal entries, newest first. */
export function JournalList({ entries, more, isFiltered, showMore }: Props) {
  const t = useTranslate();
  const now = Date.now();
  if (entries === null) return <div className={styles.frame} />;
  if (entries.length === 0) {
    return (
      <div className={styles.empty} role="status">
        <p className={styles.title}>{t(isFiltered ? 'journal:nothingFound' : 'journal:empty')}</p>
        <p>{t(isFiltered ? 'journal:nothingFoundText' : 'journal:emptyText')}</p>
      </div>
    );
  }
  return (
    <ScrollArea label={t('journal:title')} className={styles.frame}>
      <table className={styles.table} aria-label={t('journal:title')}>
        <thead>
          <tr>
            <th scope="col">{t('journal:columns.time')}</th>
            <th scope="col">{t('journal:columns.event')}</th>
            <th scope="col">{t('journal:columns.server')}</th>
            <th scope="col">{t('journal:columns.user')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} now={now} />
          ))}
        </tbody>
      </table>
      {more ? (
        <div className={styles.more}>
          <Button onPress={showMore}>{t('journal:more')}</Button>
        </div>
      ) : null}
    </ScrollArea>
  );
}

function EntryRow({ entry, now }: { readonly entry: JournalEntry; readonly now: number }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { title, more } = describeEntry(t, entry);
  return (
    <tr>
      <td title={formatDateTime(language, entry.at)}>{formatMoment(t, language, entry.at, now)}</td>
      <td>
        <span className={styles.event}>{title}</span>
        {more === '' ? null : <span className={styles.second}>{more}</span>}
      </td>
      <td>
        <span className={styles.name}>{entry.name}</span>
        {entry.host === entry.name ? null : <span className={styles.second}>{entry.host}</span>}
      </td>
      <td>{entry.userName}</td>
    </tr>
  );
}
