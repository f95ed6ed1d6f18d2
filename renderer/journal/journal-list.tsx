import ChevronRight from 'lucide-react/icons/chevron-right';
import { type ReactNode, useMemo, useState } from 'react';
import type { JournalEntry } from '../../contract/journal.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { showInList } from '../actions/show-in-list.ts';
import { PlainButton } from '../components/buttons/button.tsx';
import { Grid } from '../components/grid/grid.tsx';
import type { GridColumn } from '../components/grid/grid-columns.ts';
import { useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { formatLongDay, formatTime } from '../i18n/format-time.ts';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { relativeDay } from '../time/durations.ts';
import { detailsHeight, EntryDetails, entryDetails } from './entry-details.tsx';
import { EntryIcon } from './entry-icon.tsx';
import { describeEntry } from './entry-text.ts';
import styles from './journal.module.css';
import { journalDays } from './journal-days.ts';

/** In pixels. */
const rowHeight = 36;
const widths = {
  wide: { time: 62, event: 240, server: 130, open: 40 },
  narrow: { time: 56, event: 126, server: 70, open: 32 },
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
  const columns = useMemo(() => {
    const all = columnsOf(t, language, known, widths[isNarrow ? 'narrow' : 'wide']);
    return isNarrow ? all.filter(({ name }) => name !== 'user') : all;
  }, [t, language, known, isNarrow]);
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

type Column = GridColumn<JournalEntry, 'time' | 'event' | 'server' | 'user' | 'open'>;

function columnsOf(
  t: Translate,
  language: string,
  known: ReadonlySet<ProfileId>,
  width: (typeof widths)['wide' | 'narrow'],
): readonly Column[] {
  return [
    {
      name: 'time',
      title: t('journal:columns.time'),
      width: width.time,
      isFixed: true,
      cell: ({ at }) => <span className={styles.time}>{formatTime(language, at)}</span>,
    },
    {
      name: 'event',
      title: t('journal:columns.event'),
      width: width.event,
      cell: (entry) => {
        const { title, more } = describeEntry(t, entry);
        return (
          <>
            <EntryIcon what={entry.what} />
            <span className={styles.event} title={more === '' ? title : `${title}: ${more}`}>
              <b>{title}</b> <span className={styles.more}>{more}</span>
            </span>
          </>
        );
      },
    },
    {
      name: 'server',
      title: t('journal:columns.server'),
      width: width.server,
      cell: ({ profileId, name, host }) =>
        profileId !== null && known.has(profileId) ? (
          <PlainButton
            className={styles.link}
            tabIndex={-1}
            title={host}
            onPress={() => showInList(profileId)}
          >
            {name}
          </PlainButton>
        ) : (
          <span className={styles.cut} title={host}>
            {name}
          </span>
        ),
    },
    {
      name: 'user',
      title: t('journal:columns.user'),
      width: 100,
      cell: ({ userName }) => (
        <span className={styles.cut} title={userName}>
          {userName}
        </span>
      ),
    },
    {
      name: 'open',
      title: t('journal:columns.facts'),
      width: width.open,
      isFixed: true,
      cell: () => <ChevronRight size={16} className={styles.chevron} />,
    },
  ];
}

function entryLabel(t: Translate, entry: JournalEntry, language: string): string {
  const { title, parts } = describeEntry(t, entry);
  const { name, userName, at } = entry;
  return [formatTime(language, at), title, ...parts, name, userName].filter(Boolean).join(', ');
}
