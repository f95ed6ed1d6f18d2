import { useLayoutEffect, useRef } from 'react';
import { type ProfileId, shortAddress } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { useViewport } from '../components/hooks/use-viewport.ts';
import { describeStatus } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Highlighted } from '../search/highlighted.tsx';
import { highlightsFor } from '../search/results.ts';
import { useAppState, useRow } from '../state/app-state.ts';
import { useNow } from '../time/clock.ts';
import { actionTitle } from './actions/action-title.ts';
import { mainAction, mustBeHeld, type QuickAction } from './actions/quick-action.ts';
import { EnterKey } from './quick-footer.tsx';
import styles from './quick-list.module.css';

/** In pixels. */
const rowHeight = 58;
const margin = 8;

/** The ID of the element that shows a server. */
export const optionId = (id: ProfileId): string => `quick-${id}`;

interface Props {
  readonly id: string;
  readonly ids: readonly ProfileId[];
  /** The place of the selected server. */
  readonly active: number;
  readonly search: string;
  readonly onMove: (place: number) => void;
  readonly onPress: (profileId: ProfileId, action: QuickAction) => void;
  readonly onRelease: () => void;
}

/** The servers that were found; only those in sight are rendered. */
export function QuickList({ id, ids, active, search, onMove, onPress, onRelease }: Props) {
  const t = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const { top, height } = useViewport(frame, rowHeight, 320);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const start = active * rowHeight;
    const room = element.clientHeight - 2 * margin;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + rowHeight > element.scrollTop + room) element.scrollTop = start + rowHeight - room;
  }, [active]);
  // A new search begins at its best match.
  useLayoutEffect(() => {
    if (frame.current !== null && search !== undefined) frame.current.scrollTop = 0;
  }, [search]);
  const first = Math.max(0, Math.floor(top / rowHeight) - 1);
  const shown = ids.slice(first, first + Math.ceil(height / rowHeight) + 2);
  return (
    <div ref={frame} className={styles.frame}>
      <div
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={t('quick-access:servers')}
        className={styles.list}
        style={{ height: ids.length * rowHeight }}
      >
        {shown.map((profileId, index) => (
          <QuickRow
            key={profileId}
            profileId={profileId}
            place={first + index}
            count={ids.length}
            isActive={first + index === active}
            search={search}
            onMove={() => onMove(first + index)}
            onPress={(action) => onPress(profileId, action)}
            onRelease={onRelease}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly profileId: ProfileId;
  readonly place: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly search: string;
  readonly onMove: () => void;
  readonly onPress: (action: QuickAction) => void;
  readonly onRelease: () => void;
}

function QuickRow({ profileId, ...rest }: RowProps) {
  const row = useRow(profileId);
  return row === undefined ? null : <FoundRow row={row} {...rest} />;
}

/** A server, its user and session, and what Enter does there. */
function FoundRow(props: Omit<RowProps, 'profileId'> & { readonly row: Row }) {
  const { row, place, count, isActive, search, onMove, onPress, onRelease } = props;
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const settings = useAppState((state) => state.settings);
  const templates = useAppState((state) => state.templates);
  const now = useNow();
  const status = describeStatus(t, row, { now, language, expiringMs: expiringSpanMs(settings) });
  const action = mainAction(status.status);
  const isGuarded = mustBeHeld(action, row, { settings, templates });
  const { id, name, userName, address, environment } = row.profile;
  const highlights = highlightsFor(row, search);
  const title = actionTitle(t, action, row, templates);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
    <div
      id={optionId(id)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={place + 1}
      aria-setsize={count}
      className={styles.row}
      style={{ top: place * rowHeight }}
      // The pointer may rest where a row appears; only moving it selects one.
      onPointerMove={isActive ? undefined : onMove}
      // The focus stays in the field.
      onMouseDown={(event) => {
        event.preventDefault();
        if (isGuarded && event.button === 0) onPress(action);
      }}
      onMouseUp={onRelease}
      onMouseLeave={onRelease}
      onClick={() => isGuarded || onPress(action)}
    >
      <span className={styles.edge} data-environment={environment} />
      <span className={styles.place}>
        <span className={styles.name} title={name}>
          <Highlighted text={name} spans={highlights.name} />
        </span>
        <span className={styles.where}>
          {environment === 'none' ? null : (
            <span className={styles.environment} data-environment={environment}>
              {t(`window:environment.${environment}`)}
            </span>
          )}
          <span className={styles.address} title={shortAddress(address)}>
            <Highlighted text={shortAddress(address)} spans={highlights.address} />
          </span>
        </span>
      </span>
      <span className={styles.user} title={userName}>
        <Highlighted text={userName} spans={highlights.user} />
      </span>
      <span className={styles.status} data-tone={statusTone(status.status)}>
        <StatusIcon status={status.status} busy={row.checking} />
        <span className={styles.label} title={status.label}>
          {status.label}
        </span>
        <span className={styles.detail} title={status.detail}>
          {status.detail}
        </span>
      </span>
      <span className={styles.action}>
        <span title={title}>{isGuarded ? t('quick-access:holdShort', { action: title }) : title}</span>
        {isActive ? <EnterKey /> : null}
      </span>
    </div>
  );
}
