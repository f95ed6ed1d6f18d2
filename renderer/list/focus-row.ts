import type { ProfileId } from '../../contract/profiles/profile.ts';
import { rowOf } from '../state/app-state.ts';
import { show, useViewState } from '../state/view-state.ts';
import { type Move, moved } from './list-moves.ts';
import { shownIds } from './list-order.ts';
import { bringIntoSight, rowsOfPage } from './scroll-to-row.ts';
import { meantRow } from './target-row.ts';
import { placeTyped, type Typed } from './type-ahead.ts';

const patienceInFrames = 90;

/** Selects a row and brings the focus to it, as soon as it is drawn. */
export function goToRow(profileId: ProfileId): void {
  show({ selectedId: profileId, arrivingId: profileId });
  arrive(profileId, patienceInFrames);
}

function arrive(profileId: ProfileId, framesLeft: number): void {
  // Whoever went elsewhere meanwhile is not called back.
  if (useViewState.getState().arrivingId !== profileId) return;
  bringIntoSight(shownIds().indexOf(profileId));
  const row = document.querySelector<HTMLElement>(`#servers [data-key="${profileId}"]`);
  row?.focus({ preventScroll: true });
  if (row !== null || framesLeft === 0) show({ arrivingId: null });
  else requestAnimationFrame(() => arrive(profileId, framesLeft - 1));
}

/** The profile of the row in which something happened, or null. */
export function profileAt(target: EventTarget | null): ProfileId | null {
  const row = target instanceof Element ? target.closest('#servers [role="row"]') : null;
  return (row?.getAttribute('data-key') as ProfileId | null | undefined) ?? null;
}

/** The row that a command means at this moment. */
export function rowInQuestion(): ProfileId | null {
  const { arrivingId: arriving, selectedId: selected } = useViewState.getState();
  return meantRow({ arriving, focused: profileAt(document.activeElement), selected, shown: shownIds() });
}

/** Goes through the list by a key: all of it, whether drawn or not. */
export function walk(move: Move): void {
  const to = moved(shownIds(), rowInQuestion(), move, rowsOfPage() - 1);
  if (to !== undefined) goToRow(to);
}

/** Goes to the row whose name is being typed; false where no name begins so. */
export function goToTyped({ text }: Typed): boolean {
  const ids = shownIds();
  const meant = rowInQuestion();
  const names = ids.map((id) => rowOf(id)?.profile.name ?? '');
  const place = placeTyped(text, names, meant === null ? -1 : ids.indexOf(meant));
  const to = place === null ? undefined : ids[place];
  if (to !== undefined) goToRow(to);
  return to !== undefined;
}
