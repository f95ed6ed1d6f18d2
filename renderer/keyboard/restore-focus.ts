import {
  captureFocus,
  type FocusSnapshot,
  initialFocus,
  isFocusable,
  nearestFocusable,
} from '../components/overlays/focusable.ts';
import { findOverWindow } from '../components/overlays/over-window.ts';
import { useViewState } from '../state/view-state.ts';
import { focusList } from './panes.ts';

/**
 * Keeps the focus from falling back to `body`, where the keys of a dialog do not work; returns the function that stops
 * it.
 *
 * The focus gets lost when its element disappears or is disabled. In a dialog it then moves to the nearest control, in
 * the window to its row or to the list.
 */
export function restoreLostFocus(root: HTMLElement): () => void {
  const inDialogs = new WeakMap<Element, FocusSnapshot>();
  let home: HTMLElement | null = null;
  let wasCovered = false;

  const remember = ({ target, relatedTarget }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const dialog = target.closest<HTMLElement>('[data-dialog]');
    // A dialog or menu can have come and gone before the next check.
    if (!root.contains(target)) wasCovered = true;
    const isLost = dialog !== null && relatedTarget === null && isFallback(target, dialog);
    if (isLost) {
      // react-aria focuses the first thing in a dialog, its scrolled area, at once if the focused element has gone; and the
      // dialog itself if nothing has the focus half a second after it opened, even in the frame in which a dialog above it
      // returns the focus.
      const place = inDialogs.get(dialog);
      (place && nearestFocusable(place))?.focus();
    } else if (dialog !== null) {
      if (target !== dialog) inDialogs.set(dialog, captureFocus(target, dialog));
    } else if (root.contains(target)) home = target;
  };

  const check = (): void => {
    const dialog = findOverWindow('[data-dialog]');
    if (dialog !== null || isCovered()) wasCovered = true;
    if (!isNowhere()) {
      if (dialog === null && !isCovered()) wasCovered = false;
      return;
    }
    if (dialog !== null) {
      const place = inDialogs.get(dialog);
      (place && nearestFocusable(place))?.focus();
      if (isNowhere()) initialFocus(dialog)?.focus();
    } else if (useViewState.getState().menu !== null) {
      // A submenu that closes may leave it nowhere.
      [...document.querySelectorAll<HTMLElement>('[role="menu"]')]
        .at(-1)
        ?.querySelector<HTMLElement>('[role="menuitem"][tabindex="0"]')
        ?.focus();
    } else if (!isCovered()) {
      // A click on the background removes the focus on purpose: selected text can then be copied.
      if (wasCovered || (home !== null && !isFocusable(home))) restoreFocus(home, root);
      // On a slow computer the page is still inert when the dialog above it has gone: the focus returns once it is not.
      wasCovered &&= isNowhere();
    }
  };

  const stopChecking = afterChanges(check);
  document.addEventListener('focusin', remember);
  return () => {
    document.removeEventListener('focusin', remember);
    stopChecking();
  };
}

/** Whether react-aria focuses this if it finds nothing better. */
function isFallback(target: HTMLElement, dialog: HTMLElement): boolean {
  return target === dialog || target.matches('[role="region"]');
}

/** Calls back two frames after a change of the page; in the first one a closing dialog returns the focus. */
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
    attributeFilter: ['disabled', 'hidden', 'inert', 'aria-hidden'],
  });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** Whether a menu or dialog is open, or its code is still loading. */
function isCovered(): boolean {
  const { dialog, menu } = useViewState.getState();
  return dialog !== null || menu !== null;
}

// If the button in a row has been removed by a rerender, the row takes the focus. The lock screen has no list.
function restoreFocus(home: HTMLElement | null, root: HTMLElement): void {
  if (home !== null && isFocusable(home)) home.focus();
  if (isNowhere()) focusList();
  if (isNowhere()) initialFocus(root)?.focus();
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
