import AppWindow from 'lucide-react/icons/app-window';
import Ban from 'lucide-react/icons/ban';
import Cable from 'lucide-react/icons/cable';
import CircleStop from 'lucide-react/icons/circle-stop';
import CircleX from 'lucide-react/icons/circle-x';
import Clock from 'lucide-react/icons/clock';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import FileKey from 'lucide-react/icons/file-key';
import KeyRound from 'lucide-react/icons/key-round';
import Lock from 'lucide-react/icons/lock';
import LockOpen from 'lucide-react/icons/lock-open';
import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import MonitorX from 'lucide-react/icons/monitor-x';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Radio from 'lucide-react/icons/radio';
import Settings2 from 'lucide-react/icons/settings-2';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Terminal from 'lucide-react/icons/terminal';
import TimerOff from 'lucide-react/icons/timer-off';
import Trash2 from 'lucide-react/icons/trash-2';
import Upload from 'lucide-react/icons/upload';
import type { ComponentType } from 'react';
import type { JournalEvent } from '../../contract/journal.ts';
import type { Tone } from '../components/display/status-icon.tsx';
import styles from './journal.module.css';

type Look = readonly [ComponentType<{ size: number }>, Tone];

const looks: { readonly [Event in JournalEvent]: Look } = {
  'logged-in': [LogIn, 'ok'],
  'login-refused': [CircleX, 'bad'],
  'login-failed': [CircleX, 'bad'],
  'session-renewed': [LogIn, 'ok'],
  'logged-out': [LogOut, 'dim'],
  'header-copied': [Copy, 'dim'],
  'web-page-opened': [AppWindow, 'dim'],
  'gateway-opened': [Cable, 'warn'],
  'gateway-closed': [Cable, 'dim'],
  'live-file-added': [FileKey, 'warn'],
  'live-file-removed': [FileKey, 'dim'],
  'live-file-read': [FileKey, 'dim'],
  'live-file-refused': [FileKey, 'bad'],
  'live-file-written': [FileKey, 'dim'],
  'live-file-emptied': [FileKey, 'dim'],
  'token-read': [Terminal, 'warn'],
  'token-refused': [Terminal, 'bad'],
  'session-refused': [Ban, 'bad'],
  'session-expired': [TimerOff, 'bad'],
  'session-ended-elsewhere': [CircleStop, 'warn'],
  'device-blocked': [MonitorX, 'warn'],
  'device-unblocked': [MonitorX, 'dim'],
  'rights-changed': [KeyRound, 'warn'],
  'self-checks': [Clock, 'dim'],
  'live-channel': [Radio, 'dim'],
  'certificate-changed': [ShieldAlert, 'bad'],
  'certificate-trusted': [ShieldCheck, 'ok'],
  'trust-changed': [ShieldCheck, 'dim'],
  'proxy-changed': [Settings2, 'dim'],
  'profile-added': [Plus, 'dim'],
  'profile-edited': [Pencil, 'dim'],
  'profile-removed': [Trash2, 'dim'],
  'profiles-edited': [Pencil, 'dim'],
  exported: [Upload, 'dim'],
  'backed-up': [Upload, 'dim'],
  imported: [Download, 'dim'],
  'file-restored': [Download, 'warn'],
  locked: [Lock, 'dim'],
  unlocked: [LockOpen, 'dim'],
  'unlock-refused': [CircleX, 'bad'],
  'passphrase-set': [KeyRound, 'dim'],
  'passphrase-removed': [KeyRound, 'warn'],
  'key-rotated': [KeyRound, 'dim'],
  'store-replaced': [KeyRound, 'warn'],
  'keyring-added': [KeyRound, 'dim'],
  'keyring-removed': [KeyRound, 'dim'],
  'clipboard-rule': [Settings2, 'dim'],
  'lock-rule': [Settings2, 'dim'],
  'password-kept': [KeyRound, 'dim'],
  'password-forgotten': [KeyRound, 'dim'],
  'passwords-forgotten': [KeyRound, 'dim'],
  'lease-changed': [Clock, 'dim'],
  'lease-ended': [LogOut, 'dim'],
  'logout-pending': [Clock, 'warn'],
  'logout-confirmed': [LogOut, 'dim'],
  'logout-given-up': [CircleX, 'warn'],
};

/** The icon of an event, before its name; an event of a later version has that of an edit. */
export function EntryIcon({ what }: { readonly what: JournalEvent }) {
  const [Icon, tone] = looks[what] ?? looks['profile-edited'];
  return (
    <span className={styles.icon} data-tone={tone}>
      <Icon size={16} />
    </span>
  );
}
