import {
  captureFocus,
  type FocusSnapshot,
  initialFocus,
  isFocusable,
  nearestFocusable,
} from '../components/overlays/focusable.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { focusList } from './panes.ts';

/**
 * Keeps the focus from falling to the body of the page, where Esc and every other key of a dialog are dead; returns the
 * function that stops it.
 *
 * The focus gets lost when the element that has it disappears or is disabled. In a dialog it goes to the nearest control
 * then; in the window itself to the row where it was, or to the list.
 */
export function restoreLostFocus(root: HTMLElement): () => void {
  const inDialogs = new WeakMap<Element, FocusSnapshot>();
  let home: HTMLElement | null = null;
  let wasCovered = false;

  const remember = ({ target, relatedTarget }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const dialog = target.closest<HTMLElement>('[data-dialog]');
    if (target === dialog) {
      // For screen readers, react-aria focuses a dialog itself half a second after it opened if nothing has the focus then,
      // also in the frame in which a dialog over it gives the focus back.
      const place = relatedTarget === null ? inDialogs.get(dialog) : undefined;
      (place && nearestFocusable(place))?.focus();
    } else if (dialog !== null) inDialogs.set(dialog, captureFocus(target, dialog));
    else if (root.contains(target)) home = target;
    // Whoever went elsewhere is not called to a row that is drawn only now.
    if (useViewState.getState().pendingFocusId !== null) setViewState({ pendingFocusId: null });
  };

  const check = (): void => {
    const dialog = [...document.querySelectorAll<HTMLElement>('[data-dialog]')].at(-1);
    if (dialog !== undefined || isCovered()) wasCovered = true;
    if (!isNowhere()) {
      if (dialog === undefined && !isCovered()) wasCovered = false;
      return;
    }
    if (dialog !== undefined) {
      const place = inDialogs.get(dialog);
      (place && nearestFocusable(place))?.focus();
      if (isNowhere()) initialFocus(dialog)?.focus();
    } else if (!isCovered()) {
      // A click beside everything takes the focus away on purpose: text that is selected there can be copied.
      if (wasCovered || (home !== null && !isFocusable(home))) restoreFocus(home);
      wasCovered = false;
    }
  };

  const stopChecking = afterChanges(check);
  document.addEventListener('focusin', remember);
  return () => {
    document.removeEventListener('focusin', remember);
    stopChecking();
  };
}

/** Calls back two frames after the page has changed: in the first one a dialog that closes gives the focus back. */
function afterChanges(act: () => void): () => void {
  let isDue = false;
  let frame = 0;
  const wait = (): void => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        frame = 0;
        isDue = false;
        act();
        if (isDue) wait();
      });
    });
  };
  const observer = new MutationObserver(() => {
    isDue = true;
    if (frame === 0) wait();
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** Is a menu or a dialog open, if only as a choice whose code is still on its way? */
function isCovered(): boolean {
  const { dialog, menu } = useViewState.getState();
  return dialog !== null || menu !== null;
}

// A row is drawn anew, and a button in it may be gone: then the row takes the focus.
function restoreFocus(home: HTMLElement | null): void {
  if (home !== null && isFocusable(home)) home.focus();
  if (isNowhere()) focusList();
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
