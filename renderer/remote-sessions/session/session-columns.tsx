import { useMemo } from 'react';
import type { RemoteSession } from '../../../contract/sessions/remote-sessions.ts';
import { useNarrowerThan } from '../../components/hooks/use-media-query.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import { SessionLine } from './session-line.tsx';
import { minWidthForColumns } from './session-list.ts';
import { describeSession, sessionLabel } from './session-text.ts';

/** In pixels. */
const rowHeights = { wide: 52, small: 76 } as const;

/** How a grid shows sessions: their columns, the height of a row in pixels, and the accessible name of a row. */
export function useSessionColumns() {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const isSmall = useNarrowerThan(minWidthForColumns);
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
  return {
    columns,
    rowHeight: rowHeights[isSmall ? 'small' : 'wide'],
    rowLabel: (session: RemoteSession) => sessionLabel(describeSession(t, session, language, Date.now())),
  };
}
