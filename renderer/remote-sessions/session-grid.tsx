import { useMemo } from 'react';
import type { RemoteSession } from '../../contract/sessions/remote-sessions.ts';
import { Grid } from '../components/grid/grid.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useSessionColumns } from './session/session-columns.tsx';
import styles from './session-grid.module.css';

interface Props {
  readonly sessions: readonly RemoteSession[];
  readonly selected: ReadonlySet<number>;
  readonly onSelect: (keys: ReadonlySet<number>) => void;
}

/** A grid of sessions that can be ticked. */
export function SessionGrid({ sessions, selected, onSelect }: Props) {
  const t = useTranslate();
  const groups = useMemo(
    () => [{ key: 'sessions', rows: sessions.map((session) => ({ key: `${session.key}`, item: session })) }],
    [sessions],
  );
  return (
    <Grid
      {...useSessionColumns()}
      label={t('sessions:list')}
      groups={groups}
      hasHead={false}
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
