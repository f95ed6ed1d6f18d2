import AlarmClockOff from 'lucide-react/icons/alarm-clock-off';
import AppWindow from 'lucide-react/icons/app-window';
import Archive from 'lucide-react/icons/archive';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import AtSign from 'lucide-react/icons/at-sign';
import Bell from 'lucide-react/icons/bell';
import BookOpen from 'lucide-react/icons/book-open';
import Braces from 'lucide-react/icons/braces';
import Cable from 'lucide-react/icons/cable';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import ClipboardPaste from 'lucide-react/icons/clipboard-paste';
import ClipboardX from 'lucide-react/icons/clipboard-x';
import Copy from 'lucide-react/icons/copy';
import CopyPlus from 'lucide-react/icons/copy-plus';
import Download from 'lucide-react/icons/download';
import Eraser from 'lucide-react/icons/eraser';
import ExternalLink from 'lucide-react/icons/external-link';
import EyeOff from 'lucide-react/icons/eye-off';
import FileKey from 'lucide-react/icons/file-key';
import Keyboard from 'lucide-react/icons/keyboard';
import Layers from 'lucide-react/icons/layers';
import Link from 'lucide-react/icons/link';
import ListChecks from 'lucide-react/icons/list-checks';
import Lock from 'lucide-react/icons/lock';
import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import PanelRight from 'lucide-react/icons/panel-right';
import Pencil from 'lucide-react/icons/pencil';
import PictureInPicture from 'lucide-react/icons/picture-in-picture-2';
import Plus from 'lucide-react/icons/plus';
import Presentation from 'lucide-react/icons/presentation';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import ScanFace from 'lucide-react/icons/scan-face';
import ScrollText from 'lucide-react/icons/scroll-text';
import Search from 'lucide-react/icons/search';
import Settings from 'lucide-react/icons/settings';
import SquareCheck from 'lucide-react/icons/square-check';
import Star from 'lucide-react/icons/star';
import Table from 'lucide-react/icons/table-2';
import Tag from 'lucide-react/icons/tag';
import Tags from 'lucide-react/icons/tags';
import TextCursor from 'lucide-react/icons/text-cursor';
import Timer from 'lucide-react/icons/timer';
import TimerReset from 'lucide-react/icons/timer-reset';
import Trash from 'lucide-react/icons/trash-2';
import Undo from 'lucide-react/icons/undo-2';
import Upload from 'lucide-react/icons/upload';
import Users from 'lucide-react/icons/users';
import X from 'lucide-react/icons/x';
import type { ComponentType } from 'react';
import type { CommandName } from '../../contract/keys.ts';

/** The icons of the commands that menus and the palette show. */
export const commandIcons: { readonly [Name in CommandName]?: ComponentType } = {
  search: Search,
  addServer: Plus,
  checkAll: RefreshCw,
  bulkLogin: ListChecks,
  overview: Table,
  overviewWindow: PictureInPicture,
  allSessions: Users,
  journal: ScrollText,
  reminders: Bell,
  import: Download,
  export: Upload,
  backUp: Archive,
  settings: Settings,
  keyboard: Keyboard,
  lock: Lock,
  presentation: Presentation,
  clearClipboard: ClipboardX,
  undo: Undo,
  selectAll: SquareCheck,
  tags: Tags,
  closeWindow: X,
  copyHeader: Copy,
  copyAs: Braces,
  copyAddress: Link,
  copyUserName: AtSign,
  copyName: TextCursor,
  copyExpiry: CalendarClock,
  openWebInterface: AppWindow,
  openApiDocs: BookOpen,
  openInBrowser: ExternalLink,
  gateway: Cable,
  liveFiles: FileKey,
  logInAgain: LogIn,
  logInWithFace: ScanFace,
  renewWithFace: TimerReset,
  pasteToken: ClipboardPaste,
  checkOne: RefreshCw,
  pauseChecks: AlarmClockOff,
  logOut: LogOut,
  autoLogout: Timer,
  sessionsHere: Users,
  detailsWindow: PictureInPicture,
  sessionsWindow: PictureInPicture,
  forgetPassword: Eraser,
  favourite: Star,
  tag: Tag,
  environment: Layers,
  hide: EyeOff,
  moveUp: ArrowUp,
  moveDown: ArrowDown,
  journalHere: ScrollText,
  edit: Pencil,
  duplicate: CopyPlus,
  remove: Trash,
  details: PanelRight,
};
