import Check from 'lucide-react/icons/check';
import { useMemo } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Collection } from 'react-aria-components/Collection';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { RemoteSession } from '../../contract/sessions/remote-sessions.ts';
import { useNarrowerThan } from '../components/hooks/use-media-query.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { SessionLine } from './session/session-line.tsx';
import { minWidthForColumns } from './session/session-list.ts';
import { describeSession, sessionLabel } from './session/session-text.ts';
import styles from './session-grid.module.css';

const rowSizes = { wide: 52, small: 76 } as const;

interface Props {
  readonly sessions: readonly RemoteSession[];
  readonly selected: ReadonlySet<number>;
  readonly onSelect: (keys: ReadonlySet<number>) => void;
}

/** A selectable, virtualized grid of sessions. */
export function SessionGrid({ sessions, selected, onSelect }: Props) {
  const t = useTranslate();
  const rowSize = rowSizes[useNarrowerThan(minWidthForColumns) ? 'small' : 'wide'];
  const layoutOptions = useMemo(() => ({ rowSize }), [rowSize]);
  const items = useMemo(() => sessions.map((session) => ({ id: session.key, session })), [sessions]);
  return (
    <div className={styles.frame}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={t('sessions:list')}
          className={styles.list ?? ''}
          selectionMode="multiple"
          selectionBehavior="toggle"
          escapeKeyBehavior="none"
          selectedKeys={selected}
          onSelectionChange={(keys) =>
            onSelect(new Set(keys === 'all' ? sessions.map(({ key }) => key) : [...keys].map(Number)))
          }
          renderEmptyState={() => (
            <div className={styles.empty} role="status">
              <p className={styles.title}>{t('sessions:none')}</p>
              <p>{t('sessions:noneText')}</p>
            </div>
          )}
        >
          <Collection items={items}>{({ id, session }) => <Item id={id} session={session} />}</Collection>
        </GridList>
      </Virtualizer>
    </div>
  );
}

function Item({ id, session }: { readonly id: number; readonly session: RemoteSession }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const spoken = sessionLabel(describeSession(t, session, language, Date.now()));
  return (
    <GridListItem id={id} textValue={spoken} className={styles.row ?? ''}>
      <Checkbox slot="selection" className={styles.box ?? ''}>
        <Check size={12} />
      </Checkbox>
      <SessionLine session={session} />
    </GridListItem>
  );
}
