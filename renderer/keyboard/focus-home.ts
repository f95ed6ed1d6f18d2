import type { ProfileId } from '../../contract/profile.ts';
import { useViewState } from '../state/view-state.ts';
import { focusList, focusRow, profileAt } from './panes.ts';

/** Where the focus last was in the window itself, under all menus and dialogs. */
interface Home {
  readonly element: HTMLElement;
  /** The row it is in: rows are drawn anew, and a button in one may be gone. */
  readonly profileId: ProfileId | null;
}

/**
 * Brings the focus home when the last menu or dialog closes and would leave it nowhere; returns the function that
 * stops it.
 *
 * A dialog gives the focus back to what had it before. That is no help where one dialog took the place of another, or
 * was opened by a menu that is gone by then.
 */
export function followFocus(root: HTMLElement): () => void {
  let home: Home | null = null;
  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement) home = { element: target, profileId: profileAt(target) };
  };
  root.addEventListener('focusin', remember);
  const stop = useViewState.subscribe((now, before) => {
    if (isCovered(before) && !isCovered(now)) afterTwoFrames(() => bring(home));
  });
  return () => {
    root.removeEventListener('focusin', remember);
    stop();
  };
}

function isCovered({ dialog, menu }: ReturnType<typeof useViewState.getState>): boolean {
  return dialog !== null || menu !== null;
}

// The dialog itself gives the focus back in the first one.
function afterTwoFrames(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function bring(home: Home | null): void {
  if (isCovered(useViewState.getState()) || !isNowhere()) return;
  if (home?.element.isConnected) home.element.focus();
  else if (home?.profileId != null) focusRow(home.profileId, 0);
  if (isNowhere()) focusList();
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
