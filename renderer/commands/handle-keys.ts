import type { CommandName } from '../../contract/keys.ts';
import { favouritesByNumber } from '../../contract/list/sort-rows.ts';
import { copyHeader } from '../actions/copy-session.ts';
import { lock } from '../actions/vault-actions.ts';
import { bridge } from '../bridge.ts';
import { findOverWindow } from '../components/overlays/over-window.ts';
import { focusList, focusSearch, searchFor } from '../keyboard/panes.ts';
import { isMac, readKeyPress } from '../keyboard/platform.ts';
import { findShortcut, type KeyContext, type KeyPress } from '../keyboard/shortcuts.ts';
import { focusTyped, moveInList, profileIdAt, targetRowId } from '../list/focus-row.ts';
import { moveForKey } from '../list/list-moves.ts';
import { clearTicks, isTicking, tickByMove } from '../list/tick-rows.ts';
import { appendKey, type TypedText } from '../list/type-ahead.ts';
import { turnPresentation } from '../presentation/turn-presentation.ts';
import { useAppState } from '../state/app-state.ts';
import { sideSubject } from '../state/side-subject.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { runInWindow, runOnServer } from './run-command.ts';
import { isServerCommand } from './server-commands.ts';
import { runOnTicked } from './ticked-commands.ts';

/** Handles the shortcuts of the window; returns the function that removes the listeners. */
export function handleKeys(): () => void {
  let typed: TypedText | null = null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || isRecording(event.target)) return;
    const command = shortcutOf(readKeyPress(event), 'elsewhere')?.command;
    if (command === 'closeWindow') closeWindow(event);
    else if (command === 'quit') quit(event);
    else if (command === 'lock') lockWindow(event);
    else if (command === 'presentation') present(event);
    else if (isLoading()) cancelLoading(event);
    else if (!isCovered(event.target)) act(event);
  };
  const act = (event: KeyboardEvent): void => {
    const press = readKeyPress(event);
    const place = keyContext(event.target);
    const inList = place === 'row' || place === 'in-row';
    const shortcut = shortcutOf(press, isOnSideServer(event.target) ? 'row' : place);
    const move = inList && shortcut === null ? moveForKey(press) : null;
    const typing = inList ? nextTypedText(typed, event, place) : null;
    if (move !== null && press.shift) tickByMove(move);
    else if (move !== null) moveInList(move);
    else if (typing === null && (shortcut === null || !runCommand(shortcut, press, event.repeat))) return;
    typed = typing === null ? null : goToTypedOrSearch(typing);
    event.preventDefault();
    event.stopPropagation();
  };
  // In the capture phase, so that a shortcut does not also activate the focused element.
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('pointerdown', onPointerDown, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('pointerdown', onPointerDown, { capture: true });
  };
}

/** The commands of a side window besides those on its server. */
const sideCommands: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['nextPane', 'previousPane', 'clearClipboard'] as const),
]);

type Shortcut = NonNullable<ReturnType<typeof findShortcut>>;

/** The command of a key press under the bindings in force. */
function shortcutOf(press: KeyPress, place: KeyContext): Shortcut | null {
  return findShortcut(press, place, useAppState.getState().keys);
}

// On a button the space key presses it, and with Shift it ticks the row.
function nextTypedText(before: TypedText | null, event: KeyboardEvent, place: KeyContext): TypedText | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, timeStamp } = event;
  if (ctrlKey || metaKey || altKey || (key === ' ' && (place === 'in-row' || shiftKey))) return null;
  return appendKey(before, key, timeStamp);
}

// If the focus stayed on its row, Enter would act on another server than the one being typed. Typing continues in the
// search field.
function goToTypedOrSearch(typed: TypedText): TypedText | null {
  if (focusTyped(typed)) return typed;
  searchFor(typed.text);
  return null;
}

// While a dialog is open the window stays; on macOS the app's menu does not receive the key either.
function closeWindow(event: KeyboardEvent, close = bridge.closeWindow): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (useViewState.getState().dialog === null && !useAppState.getState().storageAsked) void close();
}

// On macOS the app's menu has the key.
function quit(event: KeyboardEvent): void {
  if (!isMac) closeWindow(event, bridge.quit);
}

// The window can be locked without closing a dialog first.
function lockWindow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  const { lock: lockState, storageAsked } = useAppState.getState();
  if (lockState.kind === 'open' && !storageAsked && !event.repeat) lock();
}

// Names can be hidden whatever is open; a held key acts once.
function present(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (useAppState.getState().lock.kind === 'open' && !event.repeat) turnPresentation();
}

/** Whether a menu or dialog was requested but is not rendered yet. */
function isLoading(): boolean {
  const { dialog, menu } = useViewState.getState();
  if (dialog !== null) return document.querySelector('[role="dialog"], [role="alertdialog"]') === null;
  return menu !== null && document.querySelector('[role="menu"]') === null;
}

// A click elsewhere would have closed the menu.
function onPointerDown(): void {
  if (useViewState.getState().menu !== null && isLoading()) setViewState({ menu: null });
}

// Esc cancels it; other keys are swallowed, since they were not meant for what is below.
function cancelLoading(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.key === 'Escape') setViewState({ dialog: null, menu: null });
}

/** Whether the key is being recorded for a command. */
function isRecording(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[data-recording]');
}

/** Whether the window is locked, a menu or dialog is open, or rows are being dragged. */
function isCovered(target: EventTarget | null): boolean {
  const { lock, storageAsked } = useAppState.getState();
  const { dialog, menu } = useViewState.getState();
  const isInPopover = target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null;
  // A screen opens some dialogs itself.
  const isCoveredNow =
    dialog !== null || menu !== null || findOverWindow('[data-dialog], [data-dragged]') !== null;
  return lock.kind === 'locked' || storageAsked || isCoveredNow || isInPopover;
}

function keyContext(target: EventTarget | null): KeyContext {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('input, textarea')) return 'text';
  if (target.matches('#servers [role="row"]')) return 'row';
  return profileIdAt(target) === null ? 'elsewhere' : 'in-row';
}

/** Runs the command of a key press; false if it leaves the key to the focused element. */
function runCommand({ command, index }: Shortcut, press: KeyPress, repeated: boolean): boolean {
  if (command === 'escape') return !useViewState.getState().drawerOpen && undoOneStep();
  // A held key acts once, since the button may be another one on the second event; but it moves a row on and on.
  if (repeated && command !== 'moveUp' && command !== 'moveDown') return true;
  if (command === 'copyFavourite' && sideSubject === null) return copyFavourite(index);
  if (isTicking() && runOnTicked(command, repeated)) return true;
  // Space shows the details, but ticks the row as long as others are ticked.
  const isTick = command === 'details' && press.key === ' ' && isTicking();
  const meant = isTick ? 'tick' : command;
  if (!isInThisWindow(meant)) return false;
  if (!isServerCommand(meant)) runInWindow(meant);
  else if (useViewState.getState().screen !== 'servers') return false;
  else {
    const profileId = targetRowId();
    if (profileId !== null) runOnServer(meant, profileId, repeated);
  }
  return true;
}

/** Whether keys are for the server of a side window as in its row: nothing in it has the focus, and no text is selected. */
function isOnSideServer(target: EventTarget | null): boolean {
  return sideSubject?.kind === 'details' && target === document.body && getSelection()?.isCollapsed !== false;
}

/** Whether a command has a place in this window: a side window has no list and no settings. */
function isInThisWindow(command: CommandName): boolean {
  return sideSubject === null || isServerCommand(command) || sideCommands.has(command);
}

function copyFavourite(index: number): boolean {
  const favourite = favouritesByNumber(useAppState.getState().rows)[index];
  if (favourite !== undefined) void copyHeader(favourite.profile.id);
  return true;
}

/** Esc undoes one step at a time: a screen, the ticks, the search, then the message below the list. */
function undoOneStep(): boolean {
  const { search, lastProblem, screen } = useViewState.getState();
  if (screen !== 'servers' && sideSubject === null) {
    // First the browser empties the field of a filter, and the screen takes its ticks away.
    const { activeElement: focused } = document;
    if (focused instanceof HTMLInputElement && focused.type === 'search' && focused.value !== '')
      return false;
    if (focused?.closest('[data-ticked]')) return false;
    setViewState({ screen: 'servers' });
    focusList();
    return true;
  }
  if (isTicking()) {
    clearTicks();
    return true;
  }
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
