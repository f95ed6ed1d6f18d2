import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useMemo, useState } from 'react';
import { relativeDay } from '../../contract/core/durations.ts';
import { formatLongDay, formatTime } from '../../contract/i18n/format-time.ts';
import type { JournalEntry } from '../../contract/journal.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import { showInList } from '../actions/show-in-list.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import { Grid } from '../components/grid/grid.tsx';
import type { GridColumn } from '../components/grid/grid-columns.ts';
import { useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { detailsHeight, EntryDetails, entryDetails } from './entry-details.tsx';
import { EntryIcon } from './entry-icon.tsx';
import { describeEntry } from './entry-text.ts';
import styles from './journal.module.css';
import { journalDays } from './journal-days.ts';

/** The columns of a window by its width, their widths and the height of a row, in pixels. */
const layouts = {
  wide: { rowHeight: 36, widths: { time: 62, event: 240, server: 130, user: 100, open: 40 } },
  narrow: { rowHeight: 36, widths: { time: 56, event: 126, server: 70, open: 32 } },
  // The server stands below the event.
  small: { rowHeight: 52, widths: { time: 56, event: 126, open: 32 } },
} as const;

interface Props {
  readonly entries: readonly JournalEntry[];
  readonly empty: ReactNode;
}

/** The journal by days, newest first; entries unfold, and lead to their servers. */
export function JournalList({ entries, empty }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const rows = useAppState((state) => state.rows);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const isNarrow = useNarrowerThan(900);
  const isSmall = useNarrowerThan(600);
  const { rowHeight, widths } = layouts[isSmall ? 'small' : isNarrow ? 'narrow' : 'wide'];
  const known = useMemo(() => new Set(rows.map(({ profile }) => profile.id)), [rows]);
  const groups = useMemo(
    () =>
      journalDays(entries).map((day) => ({
        key: day.key,
        heading: <DayHeading t={t} language={language} entries={day.entries} />,
        rows: day.entries.map((entry) => {
          const key = String(entry.id);
          const isOpen = open.has(key);
          const lines = isOpen ? entryDetails(t, entry, language) : [];
          const below = isOpen
            ? { content: <EntryDetails lines={lines} />, height: detailsHeight(lines.length) }
            : undefined;
          return { key, item: entry, isOpen, below };
        }),
      })),
    [t, entries, language, open],
  );
  const columns = useMemo(() => columnsOf(t, language, known, widths), [t, language, known, widths]);
  return (
    <Grid
      label={t('journal:title')}
      columns={columns}
      groups={groups}
      rowHeight={rowHeight}
      hasHead={false}
      rowLabel={(entry) => entryLabel(t, entry, language)}
      onUnfold={(key, isOpen) => {
        const next = new Set(open);
        if (isOpen) next.add(key);
        else next.delete(key);
        setOpen(next);
      }}
      empty={empty}
    />
  );
}

interface DayProps {
  readonly t: Translate;
  readonly language: string;
  readonly entries: readonly JournalEntry[];
}

function DayHeading({ t, language, entries }: DayProps) {
  const now = Date.now();
  const at = entries[0]?.at ?? now;
  const day = relativeDay(at, now);
  const name =
    day === 'today' || day === 'yesterday'
      ? t(`journal:days.${day}`, { day: formatLongDay(language, at, false) })
      : formatLongDay(language, at, true);
  return (
    <>
      <span className={styles.day}>{name}</span>
      <span className={styles.count}>{t('journal:count', { count: entries.length })}</span>
    </>
  );
}

type ColumnName = 'time' | 'event' | 'server' | 'user' | 'open';
type Column = GridColumn<JournalEntry, ColumnName>;

/** The columns that have a width. */
function columnsOf(
  t: Translate,
  language: string,
  known: ReadonlySet<ProfileId>,
  widths: Readonly<Partial<Record<ColumnName, number>>>,
): readonly Column[] {
  const server = (entry: JournalEntry) => <ServerName entry={entry} known={known} />;
  const cells: Readonly<Record<ColumnName, Column['cell']>> = {
    time: ({ at }) => <span className={styles.time}>{formatTime(language, at)}</span>,
    event: (entry) => (
      <>
        <EntryIcon what={entry.what} />
        <span className={styles.what}>
          <EventText entry={entry} />
          {widths.server === undefined ? server(entry) : null}
        </span>
      </>
    ),
    server,
    user: ({ userName }) => (
      <span className={styles.cut} title={userName}>
        {userName}
      </span>
    ),
    open: () => <ChevronRight size={16} className={styles.chevron} />,
  };
  return (['time', 'event', 'server', 'user', 'open'] as const).flatMap((name) => {
    const width = widths[name];
    if (width === undefined) return [];
    const title = t(`journal:columns.${name === 'open' ? 'facts' : name}`);
    return [{ name, title, width, isFixed: name === 'time' || name === 'open', cell: cells[name] }];
  });
}

function EventText({ entry }: { readonly entry: JournalEntry }) {
  const { title, more } = describeEntry(useTranslate(), entry);
  return (
    <span className={styles.event} title={more === '' ? title : `${title}: ${more}`}>
      <b>{title}</b> <span className={styles.more}>{more}</span>
    </span>
  );
}

interface ServerProps {
  readonly entry: JournalEntry;
  /** The servers in the list, to which names lead. */
  readonly known: ReadonlySet<ProfileId>;
}

function ServerName({ entry: { profileId, name, host }, known }: ServerProps) {
  if (name === '') return null;
  const hint = `${name}, ${host}`;
  return profileId !== null && known.has(profileId) ? (
    <PlainButton className={styles.link} tabIndex={-1} title={hint} onPress={() => showInList(profileId)}>
      {name}
    </PlainButton>
  ) : (
    <span className={styles.cut} title={hint}>
      {name}
    </span>
  );
}

function entryLabel(t: Translate, entry: JournalEntry, language: string): string {
  const { title, parts } = describeEntry(t, entry);
  const { name, userName, at } = entry;
  return [formatTime(language, at), title, ...parts, name, userName].filter(Boolean).join(', ');
}
