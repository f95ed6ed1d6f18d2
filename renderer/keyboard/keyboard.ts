import type { ProfileId } from '../../contract/profile.ts';
import { clearClipboard, copyHeader } from '../handoff/copy-header.ts';
import { addServer, askToRemove, duplicate, edit } from '../profiles/profile-actions.ts';
import { copyOrCompare, performRowAction } from '../sessions/row-action.ts';
import { checkAll, checkOne, logIn, openInBrowser } from '../sessions/session-actions.ts';
import { toggleDetails } from '../sessions/session-view.ts';
import { useAppState } from '../state/app-state.ts';
import { numberedFavourites } from '../state/order-rules.ts';
import { openDialog, show, useViewState } from '../state/view-state.ts';
import { lock } from '../store/store-actions.ts';
import { type Command, meaningOf, type Place } from './key-rules.ts';
import { focusList, focusNextPane, focusSearch } from './panes.ts';
import { isMac } from './platform.ts';

/** Listens to the keys of the whole window; returns the function that stops it. */
export function followKeys(): () => void {
  // In the capture phase, so that a key of ours does not also press or select what it is pressed on.
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

function onKeyDown(event: KeyboardEvent): void {
  const { dialog, menu, drawerOpen } = useViewState.getState();
  if (event.isComposing || dialog !== null || menu !== null || isCovered()) return;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const { key, code, shiftKey: shift, altKey: alt } = event;
  const meaning = meaningOf({ key, code, mod, shift, alt }, placeOf(event.target));
  if (meaning === null || (drawerOpen && meaning.command === 'escape')) return;
  if (!perform(meaning.command, meaning.index)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Is there a lock in place of the window, or a question of main over it? */
function isCovered(): boolean {
  const { lock, storageAsked } = useAppState.getState();
  return lock.kind === 'locked' || storageAsked;
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('input, textarea')) return 'text';
  return target.matches('#servers [role="row"]') ? 'row' : 'elsewhere';
}

const forEveryone: { readonly [Name in Command]?: () => void } = {
  search: focusSearch,
  addServer,
  checkAll: () => void checkAll(),
  settings: () => openDialog({ kind: 'settings' }),
  keyboard: () => openDialog({ kind: 'keyboard' }),
  lock,
  clearClipboard: () => void clearClipboard(),
  nextPane: () => focusNextPane(1),
  previousPane: () => focusNextPane(-1),
  details: toggleDetails,
};

const forOne: { readonly [Name in Command]?: (profileId: ProfileId) => void } = {
  rowAction: performRowAction,
  copyHeader: copyOrCompare,
  logInAgain: logIn,
  checkOne: (profileId) => void checkOne(profileId),
  openInBrowser: (profileId) => void openInBrowser(profileId),
  edit,
  duplicate,
  remove: askToRemove,
};

function perform(command: Command, index: number): boolean {
  if (command === 'escape') return undoOne();
  if (command === 'copyFavourite') return copyFavourite(index);
  const { selectedId } = useViewState.getState();
  const act = forOne[command];
  if (act !== undefined && selectedId !== null) act(selectedId);
  else forEveryone[command]?.();
  return true;
}

function copyFavourite(index: number): boolean {
  const favourite = numberedFavourites(useAppState.getState().rows)[index];
  if (favourite !== undefined) void copyHeader(favourite.profile.id);
  return true;
}

/** Esc undoes one thing at a time: the search first, then the message above the list. */
function undoOne(): boolean {
  const { search, trouble } = useViewState.getState();
  if (search !== '') {
    show({ search: '' });
    focusSearch();
    return true;
  }
  if (trouble === null) return false;
  show({ trouble: null });
  focusList();
  return true;
}
