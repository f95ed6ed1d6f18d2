import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import Globe from 'lucide-react/icons/globe';
import Hourglass from 'lucide-react/icons/hourglass';
import Laptop from 'lucide-react/icons/laptop';
import Smartphone from 'lucide-react/icons/smartphone';
import Terminal from 'lucide-react/icons/terminal';
import type { ComponentType } from 'react';
import { dayMs } from '../../../contract/core/time.ts';
import { formatAgo, formatDateTime } from '../../../contract/i18n/format-time.ts';
import {
  isInUse,
  type RemoteSession,
  type SessionStatus,
} from '../../../contract/sessions/remote-sessions.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAppState } from '../../state/app-state.ts';
import styles from './session-cells.module.css';
import { type DeviceKind, deviceKind } from './session-list.ts';
import { describeSession } from './session-text.ts';

type Icon = ComponentType<{ size: number }>;

const deviceIcons: { readonly [Kind in DeviceKind]: Icon } = {
  ...{ mobile: Smartphone, browser: Globe, script: Terminal, computer: Laptop },
};

/** The device, and below it what more is known of it and whose session this is. */
export function DeviceCell({ session }: { readonly session: RemoteSession }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { device, mark, id } = describeSession(t, session, language, Date.now());
  const kind = deviceKind(session);
  const Icon = deviceIcons[kind];
  // An app and its computer do not fit into one line.
  const [name = '', ...rest] = kind === 'computer' ? device.split(' · ') : [device];
  return (
    <>
      <span className={styles.icon}>
        <Icon size={16} />
      </span>
      <span className={styles.lines}>
        <span className={styles.device} title={device}>
          {name}
        </span>
        <span className={styles.second}>
          {mark === '' ? null : <b data-used={isInUse(session.mark) || undefined}>{mark}</b>}
          {id === device ? null : <span title={id}>{rest.length === 0 ? id : rest.join(' · ')}</span>}
        </span>
      </span>
    </>
  );
}

const longAgoMs = 14 * dayMs;

/** How long ago a session was last used; long ago is marked. */
export function LastSeenCell({ session: { lastSeenAt } }: { readonly session: RemoteSession }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  if (lastSeenAt === null) return '—';
  const now = Date.now();
  return (
    <span
      className={styles.seen}
      data-old={now - lastSeenAt > longAgoMs || undefined}
      title={formatDateTime(language, lastSeenAt)}
    >
      {formatAgo(t, Math.min(lastSeenAt, now), now)}
    </span>
  );
}

const stateIcons: { readonly [Name in SessionStatus | 'unknown']: Icon } = {
  ...{ online: CircleCheck, offline: CircleDashed, blocked: Ban, unknown: CircleHelp },
};

/** What the server says of a session. */
export function StateCell({ session }: { readonly session: RemoteSession }) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const status = session.status ?? 'unknown';
  const Icon = session.active ? stateIcons[status] : Hourglass;
  return (
    <span className={styles.state} data-status={session.active ? status : 'unknown'}>
      <Icon size={16} />
      <span>{describeSession(t, session, language, Date.now()).state}</span>
    </span>
  );
}
