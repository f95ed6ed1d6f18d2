import ColumnsIcon from 'lucide-react/icons/columns-3';
import Download from 'lucide-react/icons/download';
import PictureInPicture from 'lucide-react/icons/picture-in-picture-2';
import { useMemo, useState } from 'react';
import { unhidden } from '../../contract/list/views.ts';
import { type ServerTableColumn, serverTableColumns } from '../../contract/server-table.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { openOverviewWindow } from '../actions/open-side-window.ts';
import { closeScreen, showInList } from '../actions/show-in-list.ts';
import { bridge } from '../bridge.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { ScreenFrame } from '../components/layout/screen-frame.tsx';
import { ScreenSearch } from '../components/layout/screen-search.tsx';
import { saveLayout, useLayout } from '../frame/window-layout.ts';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { sideSubject } from '../state/side-subject.ts';
import { type OverviewView, setViewState, useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import { defaultColumns, defaultOverview, filterAndSort } from './filter-and-sort.ts';
import styles from './server-table.module.css';
import { ServerTableGrid } from './server-table-grid.tsx';
import { sessionEnds } from './timeline/session-ends.ts';
import { Timeline } from './timeline/timeline.tsx';
import { useServerFacts } from './use-server-facts.ts';

const columnsId = 'overview-columns';

function chooseColumns(columns: readonly ServerTableColumn[]): void {
  const isDefault = columns.join() === defaultColumns.join();
  void saveLayout({ overviewColumns: isDefault ? null : columns });
}

/** The server overview: when sessions end, and a table to sort, filter and save as CSV. */
export function OverviewScreen() {
  const t = useTranslate();
  const all = useAppState((state) => state.rows);
  const rows = useMemo(() => unhidden(all), [all]);
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const view = useViewState((state) => state.overview ?? defaultOverview);
  const columns = useLayout('overviewColumns') ?? defaultColumns;
  const selectedId = useViewState((state) => state.selectedId);
  const facts = useServerFacts();
  const now = useNow(null);
  const [isChoosing, setChoosing] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const { problem, run } = useAsyncCall();
  const { search, order } = view;
  const change = (part: Partial<OverviewView>) => setViewState({ overview: { ...view, ...part } });

  const context = useMemo(() => ({ now, language, expiringMs }), [now, language, expiringMs]);
  const entries = useMemo(() => {
    const known = rows.map((row) => ({ row, facts: facts.get(row.profile.id) ?? null }));
    return filterAndSort(t, known, search, columns, order, context);
  }, [t, rows, facts, search, columns, order, context]);
  const sessions = useMemo(() => sessionEnds(rows, now, expiringMs), [rows, now, expiringMs]);

  async function save(): Promise<void> {
    const profileIds = entries.map(({ row }) => row.profile.id);
    const saved = await run(bridge.saveServerTable({ columns, profileIds }));
    setFile(saved.ok ? saved.value : null);
  }

  const count = t('servers:table.shown', { count: entries.length });
  return (
    <ScreenFrame
      title={t('servers:table.title')}
      note={file === null ? count : t('servers:table.saved', { file })}
      backLabel={t('window:showServers')}
      onBack={sideSubject === null ? closeScreen : null}
      actions={
        <>
          <ScreenSearch
            label={t('servers:table.search')}
            value={search}
            onChange={(text) => {
              setFile(null);
              change({ search: text });
            }}
          />
          <Button
            icon={<ColumnsIcon />}
            aria-expanded={isChoosing}
            aria-controls={columnsId}
            onPress={() => setChoosing(!isChoosing)}
          >
            {t('servers:table.choose')}
          </Button>
          <Button icon={<Download />} onPress={() => void save()} isDisabled={entries.length === 0}>
            {t('servers:table.save')}
          </Button>
          {sideSubject === null ? (
            <IconButton label={t('commands:titles.detailsWindow')} onPress={() => void openOverviewWindow()}>
              <PictureInPicture />
            </IconButton>
          ) : null}
        </>
      }
    >
      {problem === null ? null : <ProblemBox problem={problem} name={t('window:appName')} userName="" />}
      {isChoosing ? <ColumnChoice shown={columns} onChange={chooseColumns} /> : null}
      <Timeline
        sessions={sessions}
        now={now}
        expiringMs={expiringMs}
        language={language}
        selectedId={selectedId}
        onSelect={(id) => {
          setViewState({ selectedId: id });
          if (!entries.some(({ row }) => row.profile.id === id)) change({ search: '' });
        }}
        onOpen={showInList}
      />
      <ServerTableGrid
        entries={entries}
        columns={columns}
        order={order}
        onOrder={(next) => change({ order: next })}
        context={context}
        selectedId={selectedId}
      />
    </ScreenFrame>
  );
}

interface ChoiceProps {
  readonly shown: readonly ServerTableColumn[];
  readonly onChange: (shown: readonly ServerTableColumn[]) => void;
}

function ColumnChoice({ shown, onChange }: ChoiceProps) {
  const t = useTranslate();
  const turn = (column: ServerTableColumn, on: boolean): void =>
    onChange(serverTableColumns.filter((one) => (one === column ? on : shown.includes(one))));
  return (
    <fieldset id={columnsId} className={styles.columns} aria-label={t('servers:table.choose')}>
      {serverTableColumns
        // The name identifies the row, so it cannot be hidden.
        .filter((column) => column !== 'name')
        .map((column) => (
          <Checkbox
            key={column}
            label={t(`servers:table.columns.${column}`)}
            checked={shown.includes(column)}
            onChange={(event) => turn(column, event.target.checked)}
          />
        ))}
    </fieldset>
  );
}
