import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import { useAppState } from '../state/app-state.ts';
import { areTicked, noTicks, setViewState, useViewState } from '../state/view-state.ts';
import { moveInList, targetRowId } from './focus-row.ts';
import type { ListMove } from './list-moves.ts';
import { shownIds } from './list-order.ts';
import { withAll, withMove, withRange, withToggled } from './ticking.ts';

/** The ticked profiles, in list order. */
export function tickedIds(): readonly ProfileId[] {
  const { ids } = useViewState.getState().ticks;
  return shownIds().filter((id) => ids.has(id));
}

/** The ticked rows. */
export function tickedRows(): readonly Row[] {
  const { ids } = useViewState.getState().ticks;
  return useAppState.getState().rows.filter(({ profile }) => ids.has(profile.id));
}

/** Whether rows are ticked at the moment. */
export function isTicking(): boolean {
  return areTicked(useViewState.getState());
}

/** Ticks a row, or takes its tick away. */
export function toggleTick(profileId: ProfileId): void {
  setViewState({ ticks: withToggled(useViewState.getState().ticks, profileId) });
}

/** Ticks the rows up to this one; `from`: the row at which the first range begins. */
export function tickUpTo(profileId: ProfileId, from: ProfileId | null): void {
  setViewState({ ticks: withRange(useViewState.getState().ticks, shownIds(), from ?? profileId, profileId) });
}

/** Ticks all rows of the list. */
export function tickAll(): void {
  setViewState({ ticks: withAll(shownIds()) });
}

/** Takes all ticks away, so that the list is as usual. */
export function clearTicks(): void {
  setViewState({ ticks: noTicks });
}

/** Moves in the list by a key and ticks the rows on the way. */
export function tickByMove(move: ListMove): void {
  const focused = targetRowId();
  moveInList(move);
  const to = targetRowId();
  if (focused !== null && to !== null)
    setViewState({ ticks: withMove(useViewState.getState().ticks, shownIds(), focused, to) });
}
