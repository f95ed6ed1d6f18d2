import { flushSync } from 'react-dom';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { getRow } from '../state/app-state.ts';
import { sideSubject } from '../state/side-subject.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { applyMove, type ListMove } from './list-moves.ts';
import { shownIds } from './list-order.ts';
import { rowsPerPage, scrollRowIntoView } from './scroll-to-row.ts';
import { targetRow } from './target-row.ts';
import { findTyped, type TypedText } from './type-ahead.ts';

/** Selects a row, scrolls it into view and focuses it. */
export function focusRow(profileId: ProfileId): void {
  // The selected row is always rendered, whatever the scroll position.
  flushSync(() => setViewState({ selectedId: profileId }));
  scrollRowIntoView(shownIds().indexOf(profileId));
  document.querySelector<HTMLElement>(`#servers [data-key="${profileId}"]`)?.focus({ preventScroll: true });
}

/** The profile of the row that contains an element, or null. */
export function profileIdAt(target: EventTarget | null): ProfileId | null {
  const row = target instanceof Element ? target.closest('#servers [role="row"]') : null;
  return (row?.getAttribute('data-key') as ProfileId | null | undefined) ?? null;
}

/** The row that a command applies to; none while a screen hides which one is selected. A side window has only one. */
export function targetRowId(): ProfileId | null {
  if (sideSubject !== null) return sideSubject.profileId;
  const { selectedId, screen } = useViewState.getState();
  const selected = screen === 'servers' || screen === 'overview' ? selectedId : null;
  return targetRow({ focused: profileIdAt(document.activeElement), selected, shown: shownIds() });
}

/** Moves in the whole list by a key, including rows that are not rendered. */
export function moveInList(move: ListMove): void {
  const to = applyMove(shownIds(), targetRowId(), move, rowsPerPage() - 1);
  if (to !== undefined) focusRow(to);
}

/** Focuses the row whose name starts with the typed text; false if there is none. */
export function focusTyped({ text }: TypedText): boolean {
  const ids = shownIds();
  const meant = targetRowId();
  const names = ids.map((id) => getRow(id)?.profile.name ?? '');
  const place = findTyped(text, names, meant === null ? -1 : ids.indexOf(meant));
  const to = place === null ? undefined : ids[place];
  if (to !== undefined) focusRow(to);
  return to !== undefined;
}

/** Moves the focus within a row on Left and Right: from the row to its buttons, wrapping around. False for other keys. */
export function moveInRow({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || shiftKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>('[role="row"]');
  if (!(focused instanceof HTMLElement) || !row) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button:enabled')];
  const step = key === 'ArrowRight' ? 1 : -1;
  stops[(stops.indexOf(focused) + step + stops.length) % stops.length]?.focus();
  return true;
}
