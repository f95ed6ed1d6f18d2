import type { CommandName } from '../../contract/keys.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { toggleAutoChecks } from '../actions/auto-check-actions.ts';
import { clearClipboard } from '../actions/copy-session.ts';
import { toggleDetails } from '../actions/details-visibility.ts';
import { chooseEnvironment, openTags, toggleHidden, undoLast } from '../actions/many-actions.ts';
import { openDetailsWindow, openOverviewWindow, openSessionsWindow } from '../actions/open-side-window.ts';
import {
  addAccount,
  addServer,
  copyAddress,
  copyExpiry,
  copyName,
  copyUserName,
  editProfile,
  openExport,
  removeProfile,
  toggleFavourite,
} from '../actions/profile-actions.ts';
import { copyOrCompare, performRowAction } from '../actions/row-action.ts';
import {
  checkAll,
  checkOne,
  forgetPassword,
  logIn,
  logInByFace,
  logOut,
  openInBrowser,
  openSessions,
  openWebPage,
  pasteToken,
  renewByFace,
} from '../actions/session-actions.ts';
import { lock } from '../actions/vault-actions.ts';
import { changeView } from '../actions/view-moves.ts';
import { bridge } from '../bridge.ts';
import { focusNextPane, focusSearch } from '../keyboard/panes.ts';
import { tickAll, toggleTick } from '../list/tick-rows.ts';
import { turnPresentation } from '../presentation/turn-presentation.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import { openDialog, openJournalOf, openScreen, setViewState } from '../state/view-state.ts';
import { isOffered, whyNot } from './availability.ts';
import type { ServerCommandName } from './server-commands.ts';
import { moveRows } from './ticked-commands.ts';

/** `isHeld`: the key of the command is held, and acts once more. */
type OnServer = (profileId: ProfileId, isHeld: boolean) => unknown;

const onServer: { readonly [Name in ServerCommandName]: OnServer } = {
  rowAction: performRowAction,
  copyHeader: copyOrCompare,
  copyAs: (profileId) => openDialog({ kind: 'copy-as', profileId }),
  copyAddress,
  copyUserName,
  copyName,
  copyExpiry,
  openWebInterface: (profileId) => openWebPage(profileId, 'interface'),
  openApiDocs: (profileId) => openWebPage(profileId, 'api-docs'),
  openInBrowser,
  gateway: (profileId) => openDialog({ kind: 'gateway', profileId }),
  liveFiles: (profileId) => openDialog({ kind: 'live-files', profileId }),
  logInAgain: logIn,
  logInWithFace: logInByFace,
  renewWithFace: renewByFace,
  pasteToken,
  checkOne,
  pauseChecks: toggleAutoChecks,
  logOut,
  autoLogout: (profileId) => openDialog({ kind: 'auto-logout', profileId }),
  sessionsHere: openSessions,
  detailsWindow: openDetailsWindow,
  sessionsWindow: openSessionsWindow,
  forgetPassword,
  favourite: toggleFavourite,
  tag: (profileId) => openTags([profileId]),
  environment: (profileId) => chooseEnvironment([profileId]),
  hide: (profileId) => toggleHidden([profileId]),
  moveUp: (profileId, isHeld) => moveRows([profileId], -1, isHeld),
  moveDown: (profileId, isHeld) => moveRows([profileId], 1, isHeld),
  journalHere: openJournalOf,
  edit: editProfile,
  duplicate: addAccount,
  remove: removeProfile,
  tick: toggleTick,
};

const inWindow = {
  search: focusSearch,
  commands: () => openDialog({ kind: 'commands' }),
  addServer,
  checkAll,
  bulkLogin: () => openDialog({ kind: 'bulk-login' }),
  overview: () => openScreen('overview'),
  overviewWindow: openOverviewWindow,
  allSessions: () => openScreen('all-sessions'),
  journal: () => openScreen('journal'),
  // Without servers there is no bell.
  reminders: () => setViewState({ remindersOpen: useAppState.getState().rows.length > 0 }),
  import: () => openDialog({ kind: 'import' }),
  export: () => openExport('export'),
  backUp: () => openExport('back-up'),
  settings: () => openDialog({ kind: 'settings' }),
  keyboard: () => openDialog({ kind: 'settings', section: 'keys' }),
  lock,
  presentation: turnPresentation,
  clearClipboard,
  closeWindow: () => bridge.closeWindow(),
  nextPane: () => focusNextPane(1),
  previousPane: () => focusNextPane(-1),
  nextView: () => changeView(1),
  previousView: () => changeView(-1),
  details: toggleDetails,
  undo: undoLast,
  selectAll: tickAll,
  tags: () => openDialog({ kind: 'tags' }),
} satisfies { readonly [Name in CommandName]?: () => unknown };

/** A command of the window as a whole. */
export type WindowCommandName = keyof typeof inWindow;

/** Runs a command on a server, unless the server does not have it or is busy; the command itself says other reasons. */
export function runOnServer(command: ServerCommandName, profileId: ProfileId, isHeld = false): void {
  const row = getRow(profileId);
  if (row === undefined || !isOffered(command, row)) return;
  if (whyNot(command, row, useAppState.getState().managed) === 'under-way') return;
  void onServer[command](profileId, isHeld);
}

/** Runs a command of the window; nothing for keys that main or the focused element handles. */
export function runInWindow(command: CommandName): void {
  if (Object.hasOwn(inWindow, command)) void inWindow[command as WindowCommandName]();
}
