import BadgeAlert from 'lucide-react/icons/badge-alert';
import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import ClockAlert from 'lucide-react/icons/clock-alert';
import Hourglass from 'lucide-react/icons/hourglass';
import KeyRound from 'lucide-react/icons/key-round';
import MessageHelp from 'lucide-react/icons/message-circle-question-mark';
import MonitorX from 'lucide-react/icons/monitor-x';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import TimerOff from 'lucide-react/icons/timer-off';
import Unplug from 'lucide-react/icons/unplug';
import type { ComponentType } from 'react';
import type { RowStatus } from '../../../contract/sessions/session.ts';
import { Spinner } from './spinner.tsx';

/** The severity of a status, shown as a color but never by color alone. */
export type Tone = 'ok' | 'warn' | 'bad' | 'dim';

const icons: { readonly [Name in RowStatus]: readonly [ComponentType<{ size: number }>, Tone] } = {
  'logged-out': [CircleDashed, 'dim'],
  'logging-in': [Spinner, 'dim'],
  'logging-out': [Spinner, 'dim'],
  'log-out-pending': [Hourglass, 'warn'],
  accepted: [CircleCheck, 'ok'],
  expiring: [ClockAlert, 'warn'],
  expired: [TimerOff, 'bad'],
  refused: [Ban, 'bad'],
  blocked: [MonitorX, 'bad'],
  licence: [BadgeAlert, 'warn'],
  unreachable: [Unplug, 'dim'],
  'certificate-changed': [ShieldAlert, 'bad'],
  uncertain: [MessageHelp, 'warn'],
  'not-checked': [CircleHelp, 'dim'],
  unreadable: [KeyRound, 'bad'],
};

/** The severity of a status. */
export function statusTone(status: RowStatus): Tone {
  return icons[status][1];
}

/** The icon of a status, next to its text. */
export function StatusIcon({
  status,
  busy = false,
  size = 16,
}: {
  readonly status: RowStatus;
  readonly busy?: boolean;
  readonly size?: number;
}) {
  const Icon = busy ? Spinner : icons[status][0];
  return <Icon size={size} />;
}
