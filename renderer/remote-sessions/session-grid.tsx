import { useMemo } from 'react';
import type { SessionColumn } from '../../contract/layout.ts';
import type { RemoteSession } from '../../contract/sessions/remote-sessions.ts';
import type { Translate } from '../../contract/texts.ts';
import { Grid } from '../components/grid/grid.tsx';
import type { GridColumn } from '../components/grid/grid-columns.ts';
import type { GridRow } from '../components/grid/grid-lines.ts';
import { useGridResizing } from '../frame/grid-resizing.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { DeviceCell, LastSeenCell, StateCell } from './session/session-cells.tsx';
import { describeSession, formatCreated, sessionLabel } from './session/session-text.ts';
import styles from './session-grid.module.css';
import type { SessionList } from './use-session-list.ts';

/** In pixels: two lines. */
const rowHeight = 50;

/** The sessions with sortable headings; all but the own one can be ticked, which a log-out ends. */
export function SessionGrid({ list }: { readonly list: SessionList }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { shown, ticked, view, tick, changeView } = list;
  const groups = useMemo(
    () => [{ key: 'sessions', rows: shown.map((session) => rowOf(t, session)) }],
    [shown, t],
  );
  const columns = useMemo((): readonly GridColumn<RemoteSession, SessionColumn>[] => {
    const title = (column: SessionColumn) => t(`sessions:columns.${column}`);
    return [
      {
        name: 'device',
        title: title('device'),
        width: 270,
        isRowHeader: true,
        cell: (session) => <DeviceCell session={session} />,
      },
      { name: 'user', title: title('user'), width: 110, cell: ({ userName }) => <Cut>{userName}</Cut> },
      { name: 'ip', title: title('ip'), width: 110, cell: ({ ip }) => <Cut>{ip}</Cut> },
      {
        name: 'created',
        title: title('created'),
        width: 130,
        cell: (session) => <Cut>{formatCreated(session, language, Date.now())}</Cut>,
      },
      {
        name: 'lastSeen',
        title: title('lastSeen'),
        width: 110,
        cell: (session) => <LastSeenCell session={session} />,
      },
      {
        name: 'state',
        title: title('state'),
        width: 140,
        cell: (session) => <StateCell session={session} />,
      },
    ];
  }, [t, language]);
  return (
    <Grid
      label={t('sessions:list')}
      columns={columns}
      groups={groups}
      rowHeight={rowHeight}
      order={view.order}
      onOrder={(order) => changeView({ order })}
      resizing={useGridResizing('sessions')}
      rowLabel={(session) => sessionLabel(describeSession(t, session, language, Date.now()))}
      ticks={{
        ticked: new Set(ticked.map(({ key }) => `${key}`)),
        onTick: (keys) => tick(new Set([...keys].map(Number))),
      }}
      empty={
        <div className={styles.empty} role="status">
          <p className={styles.title}>{t('sessions:none')}</p>
          <p>{t('sessions:noneText')}</p>
        </div>
      }
    />
  );
}

/** The session of this profile cannot be ticked: a log-out ends it. */
function rowOf(t: Translate, session: RemoteSession): GridRow<RemoteSession> {
  const isOwn = session.mark === 'own';
  return {
    key: `${session.key}`,
    item: session,
    canTick: !isOwn,
    lock: isOwn ? t('sessions:ownLocked') : undefined,
  };
}

function Cut({ children }: { readonly children: string }) {
  return (
    <span className={styles.cut} title={children}>
      {children === '' ? '—' : children}
    </span>
  );
}
