import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { focusList, focusNextPane, focusSearch, searchFor } from '../keyboard/panes.ts';
import { isMac } from '../keyboard/platform.ts';
import { type Command, findShortcut, type KeyContext, type KeyPress } from '../keyboard/shortcuts.ts';
import { focusTyped, moveInList, profileIdAt, targetRowId } from '../list/focus-row.ts';
import { moveForKey } from '../list/list-moves.ts';
import { favouritesByNumber } from '../list/order.ts';
import { appendKey, type TypedText } from '../list/type-ahead.ts';
import { useAppState } from '../state/app-state.ts';
import { openDialog, setViewState, useViewState } from '../state/view-state.ts';
import { clearClipboard, copyHeader } from './copy-header.ts';
import { toggleDetails } from './details-visibility.ts';
import { addAccount, addServer, editProfile, removeProfile } from './profile-actions.ts';
import { copyOrCompare, performRowAction } from './row-action.ts';
import { checkAll, checkOne, logIn, openInBrowser } from './session-actions.ts';
import { lock } from './vault-actions.ts';

/** Listens to the keys of the whole window; returns the function that stops it. */
export function handleKeys(): () => void {
  let typed: TypedText | null = null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const command = findShortcut(toKeyPress(event), 'elsewhere')?.command;
    if (command === 'closeWindow') closeWindow(event);
    else if (command === 'lock') lockWindow(event);
    else if (isLoading()) cancelLoading(event);
    else if (!isCovered(event.target)) act(event);
  };
  const act = (event: KeyboardEvent): void => {
    const press = toKeyPress(event);
    const place = keyContext(event.target);
    const inList = place === 'row' || place === 'in-row';
    const move = inList ? moveForKey(press) : null;
    const typing = inList ? nextTypedText(typed, event, place) : null;
    if (move !== null) moveInList(move);
    else if (typing === null && !runCommand(press, place, event.repeat)) return;
    typed = typing === null ? null : goToTypedOrSearch(typing);
    event.preventDefault();
    event.stopPropagation();
  };
  // In the capture phase, so that a key of ours does not also press or select what it is pressed on.
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('pointerdown', onPointerDown, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('pointerdown', onPointerDown, { capture: true });
  };
}

function toKeyPress({ key, code, shiftKey: shift, altKey: alt, metaKey, ctrlKey }: KeyboardEvent): KeyPress {
  return { key, code, mod: isMac ? metaKey : ctrlKey, shift, alt };
}

// On a button the blank presses it.
function nextTypedText(before: TypedText | null, event: KeyboardEvent, place: KeyContext): TypedText | null {
  const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
  if (ctrlKey || metaKey || altKey || (key === ' ' && place === 'in-row')) return null;
  return appendKey(before, key, timeStamp);
}

// Were the focus to stay on its row, Enter would act on a server that nobody has named. The text goes on in the field then.
function goToTypedOrSearch(typed: TypedText): TypedText | null {
  if (focusTyped(typed)) return typed;
  searchFor(typed.text);
  return null;
}

// In the middle of a form the window stays, and on a Mac its menu does not hear of the key.
function closeWindow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (useViewState.getState().dialog === null && !useAppState.getState().storageAsked)
    void bridge.closeWindow();
}

// Whoever leaves the desk need not close a dialog first.
function lockWindow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  const { lock: lockState, storageAsked } = useAppState.getState();
  if (lockState.kind === 'open' && !storageAsked && !event.repeat) lock();
}

/** Is a menu or a dialog on its way that was asked for, but not drawn yet? */
function isLoading(): boolean {
  const { dialog, menu } = useViewState.getState();
  if (dialog !== null) return document.querySelector('[role="dialog"], [role="alertdialog"]') === null;
  return menu !== null && document.querySelector('[role="menu"]') === null;
}

// A press elsewhere would have closed the menu.
function onPointerDown(): void {
  if (useViewState.getState().menu !== null && isLoading()) setViewState({ menu: null });
}

// Esc takes it back; any other key would act on what lies below, and nobody means that any more.
function cancelLoading(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.key === 'Escape') setViewState({ dialog: null, menu: null });
}

/** Is there a lock in place of the window, or something over it? */
function isCovered(target: EventTarget | null): boolean {
  const { lock, storageAsked } = useAppState.getState();
  const { dialog, menu } = useViewState.getState();
  const inMenu = target instanceof Element && target.closest('[role="menu"]') !== null;
  return lock.kind === 'locked' || storageAsked || dialog !== null || menu !== null || inMenu;
}

function keyContext(target: EventTarget | null): KeyContext {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('input, textarea')) return 'text';
  if (target.matches('#servers [role="row"]')) return 'row';
  return profileIdAt(target) === null ? 'elsewhere' : 'in-row';
}

const globalCommands: { readonly [Name in Command]?: () => void } = {
  search: focusSearch,
  addServer,
  checkAll: () => void checkAll(),
  settings: () => openDialog({ kind: 'settings' }),
  keyboard: () => openDialog({ kind: 'keyboard' }),
  clearClipboard: () => void clearClipboard(),
  nextPane: () => focusNextPane(1),
  previousPane: () => focusNextPane(-1),
  details: toggleDetails,
};

const rowCommands: { readonly [Name in Command]?: (profileId: ProfileId) => void } = {
  rowAction: performRowAction,
  copyHeader: copyOrCompare,
  logInAgain: logIn,
  checkOne: (profileId) => void checkOne(profileId),
  openInBrowser: (profileId) => void openInBrowser(profileId),
  edit: editProfile,
  duplicate: addAccount,
  remove: removeProfile,
};

/** Does what a key press means here; false where it means nothing. */
function runCommand(press: KeyPress, place: KeyContext, repeated: boolean): boolean {
  const meaning = findShortcut(press, place);
  if (meaning === null) return false;
  const { command, index } = meaning;
  if (command === 'escape') return !useViewState.getState().drawerOpen && undoOneStep();
  // A key that is held down does its work once: the second time the button may be another one.
  if (repeated) return true;
  if (command === 'copyFavourite') return copyFavourite(index);
  const act = rowCommands[command];
  const profileId = act === undefined ? null : targetRowId();
  if (profileId !== null) act?.(profileId);
  else globalCommands[command]?.();
  return true;
}

function copyFavourite(index: number): boolean {
  const favourite = favouritesByNumber(useAppState.getState().rows)[index];
  if (favourite !== undefined) void copyHeader(favourite.profile.id);
  return true;
}

/** Esc undoes one thing at a time: the search first, then the message below the list. */
function undoOneStep(): boolean {
  const { search, lastProblem } = useViewState.getState();
  if (search !== '') {
    setViewState({ search: '' });
    focusSearch();
    return true;
  }
  if (lastProblem === null) return false;
  setViewState({ lastProblem: null });
  focusList();
  return true;
}
