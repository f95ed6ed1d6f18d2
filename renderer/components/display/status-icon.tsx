import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import Clock from 'lucide-react/icons/clock';
import FileWarning from 'lucide-react/icons/file-warning';
import Hourglass from 'lucide-react/icons/hourglass';
import KeyRound from 'lucide-react/icons/key-round';
import LogIn from 'lucide-react/icons/log-in';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import TimerOff from 'lucide-react/icons/timer-off';
import WifiOff from 'lucide-react/icons/wifi-off';
import type { ComponentType } from 'react';
import type { RowStatus } from '../../../contract/sessions/session.ts';
import { Spinner } from './spinner.tsx';

/** How serious a standing is: its colour, which never says it alone. */
export type Tone = 'ok' | 'warn' | 'bad' | 'dim';

const icons: { readonly [Name in RowStatus]: readonly [ComponentType<{ size: number }>, Tone] } = {
  'logged-out': [LogIn, 'dim'],
  'logging-in': [Spinner, 'dim'],
  'logging-out': [Spinner, 'dim'],
  'log-out-pending': [Hourglass, 'warn'],
  accepted: [CircleCheck, 'ok'],
  expiring: [Clock, 'warn'],
  expired: [TimerOff, 'bad'],
  refused: [Ban, 'bad'],
  blocked: [Ban, 'bad'],
  licence: [FileWarning, 'warn'],
  unreachable: [WifiOff, 'dim'],
  'certificate-changed': [ShieldAlert, 'bad'],
  uncertain: [CircleHelp, 'warn'],
  'not-checked': [CircleDashed, 'dim'],
  unreadable: [KeyRound, 'bad'],
};

/** How serious a standing is. */
export function statusTone(status: RowStatus): Tone {
  return icons[status][1];
}

/** The picture beside the word of a standing. */
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
