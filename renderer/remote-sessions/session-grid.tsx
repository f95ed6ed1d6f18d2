import { useMemo } from 'react';
import type { RemoteSession } from '../../contract/sessions/remote-sessions.ts';
import { Grid } from '../components/grid/grid.tsx';
import { useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { SessionLine } from './session/session-line.tsx';
import { minWidthForColumns } from './session/session-list.ts';
import { describeSession, sessionLabel } from './session/session-text.ts';
import styles from './session-grid.module.css';

/** In pixels. */
const rowHeights = { wide: 52, small: 76 } as const;

interface Props {
  readonly sessions: readonly RemoteSession[];
  readonly selected: ReadonlySet<number>;
  readonly onSelect: (keys: ReadonlySet<number>) => void;
}

/** A grid of sessions that can be ticked. */
export function SessionGrid({ sessions, selected, onSelect }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const isSmall = useNarrowerThan(minWidthForColumns);
  const groups = useMemo(
    () => [{ key: 'sessions', rows: sessions.map((session) => ({ key: `${session.key}`, item: session })) }],
    [sessions],
  );
  const columns = useMemo(
    () => [
      {
        name: 'session',
        title: t('sessions:list'),
        width: 200,
        cell: (session: RemoteSession) => <SessionLine session={session} />,
      },
    ],
    [t],
  );
  return (
    <Grid
      label={t('sessions:list')}
      columns={columns}
      groups={groups}
      rowHeight={rowHeights[isSmall ? 'small' : 'wide']}
      hasHead={false}
      rowLabel={(session) => sessionLabel(describeSession(t, session, language, Date.now()))}
      ticks={{
        ticked: new Set([...selected].map(String)),
        onTick: (ticked) => onSelect(new Set([...ticked].map(Number))),
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
