import type { ProfileId } from '../../contract/profiles/profile.ts';
import { getRow } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { applyMove, type ListMove } from './list-moves.ts';
import { shownIds } from './list-order.ts';
import { rowsPerPage, scrollRowIntoView } from './scroll-to-row.ts';
import { targetRow } from './target-row.ts';
import { findTyped, type TypedText } from './type-ahead.ts';

const maxFrames = 90;

/** Selects a row and focuses it as soon as it is rendered. */
export function focusRow(profileId: ProfileId): void {
  setViewState({ selectedId: profileId, pendingFocusId: profileId });
  focusWhenDrawn(profileId, maxFrames);
}

function focusWhenDrawn(profileId: ProfileId, framesLeft: number): void {
  // The focus went elsewhere meanwhile.
  if (useViewState.getState().pendingFocusId !== profileId) return;
  scrollRowIntoView(shownIds().indexOf(profileId));
  const row = document.querySelector<HTMLElement>(`#servers [data-key="${profileId}"]`);
  row?.focus({ preventScroll: true });
  if (row !== null || framesLeft === 0) setViewState({ pendingFocusId: null });
  else requestAnimationFrame(() => focusWhenDrawn(profileId, framesLeft - 1));
}

/** The profile of the row that contains an element, or null. */
export function profileIdAt(target: EventTarget | null): ProfileId | null {
  const row = target instanceof Element ? target.closest('#servers [role="row"]') : null;
  return (row?.getAttribute('data-key') as ProfileId | null | undefined) ?? null;
}

/** The row that a command applies to. */
export function targetRowId(): ProfileId | null {
  const { pendingFocusId: pending, selectedId: selected } = useViewState.getState();
  return targetRow({ pending, focused: profileIdAt(document.activeElement), selected, shown: shownIds() });
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
