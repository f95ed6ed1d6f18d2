import { sortRows } from '../../contract/list/sort-rows.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { liveRegion } from '../announcements/live-region.ts';
import { bridge } from '../bridge.ts';
import { translateNow } from '../i18n/translate.ts';
import { focusRow, targetRowId } from '../list/focus-row.ts';
import { shownGroups, shownIds } from '../list/list-order.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, showProblem, useViewState } from '../state/view-state.ts';

/** Why rows cannot be moved: the list has another order, or the place is in another group. */
type MoveHint = 'order-not-manual' | 'order-not-here' | 'order-in-group';

/** Rows between which others can be moved: a group, or the whole list if it has no groups. */
export interface MoveRoom {
  readonly start: number;
  /** The index after the last one. */
  readonly end: number;
}

/** Why rows of the list cannot be moved at the moment; null if they can. */
export function whyNotMovable(): Exclude<MoveHint, 'order-in-group'> | null {
  const { search, view } = useViewState.getState();
  if (search.trim() !== '' || view === 'recent') return 'order-not-here';
  return useAppState.getState().settings.sortOrder === 'manual' ? null : 'order-not-manual';
}

/** Says why rows were not moved. */
export function showMoveHint(profileId: ProfileId | null, code: MoveHint): void {
  setViewState({ lastProblem: { profileId, problem: { code } } });
  liveRegion().textContent = translateNow(`problems:${code}.title`);
}

/**
 * Moves rows together above the row before them, or below the one after them; not out of their group. `isHeld`: by a key
 * that is held, so that all its moves are one step to undo.
 */
export async function moveByOne(
  profileIds: readonly ProfileId[],
  step: 1 | -1,
  isHeld: boolean,
): Promise<void> {
  const code = whyNotMovable();
  if (code !== null) {
    showMoveHint(profileIds[0] ?? null, code);
    return;
  }
  const places = placesOf(profileIds);
  const [first = 0, last = first] = [places[0], places.at(-1)];
  const room = roomAround(first);
  const gap = step === 1 ? last + 2 : first - 1;
  if (places.length > 0 && gap >= room.start && gap <= room.end)
    await moveToGap(profileIds, gap, room, isHeld);
}

/** Where a row can be moved. */
export function roomAround(index: number): MoveRoom {
  const group = shownGroups().find(({ first, count }) => index >= first && index < first + count);
  return group === undefined
    ? { start: 0, end: shownIds().length }
    : { start: group.first, end: group.first + group.count };
}

let isUnderWay = false;

/** Whether rows would change their place if they were moved to this gap. */
export function wouldMove(profileIds: readonly ProfileId[], gap: number, room: MoveRoom): boolean {
  return beforeGap(profileIds, gap, room) !== undefined;
}

/** Moves rows together to the gap above the row with this index, or below the last one between which they can be. */
export async function moveToGap(
  profileIds: readonly ProfileId[],
  gap: number,
  room: MoveRoom,
  goesOn = false,
): Promise<void> {
  const target = beforeGap(profileIds, gap, room);
  // A held key asks more often than rows can be moved.
  if (target === undefined || isUnderWay) return;
  const focused = targetRowId();
  const { listRevision } = useAppState.getState();
  isUnderWay = true;
  try {
    const order = manualOrder();
    const request = { profileIds, before: target, order, ...(goesOn ? { goesOn } : {}) };
    if (!(await showProblem(null, bridge.moveProfiles(request)))) return;
    await listSortedAgain(listRevision);
  } finally {
    isUnderWay = false;
  }
  if (focused !== null) focusRow(focused);
  const place = (placesOf(profileIds)[0] ?? 0) + 1;
  liveRegion().textContent = translateNow('servers:movedTo', { place, all: shownIds().length });
}

/** The indexes of these rows in the list, ascending. */
function placesOf(profileIds: readonly ProfileId[]): readonly number[] {
  const moved = new Set(profileIds);
  return shownIds().flatMap((id, index) => (moved.has(id) ? [index] : []));
}

/** All profiles in the manual order, also those that the list does not show. */
function manualOrder(): readonly ProfileId[] {
  return sortRows(useAppState.getState().rows, 'manual').map(({ profile }) => profile.id);
}

/** The profile before which a gap is in the manual order; null: at its end, undefined: the rows are there already. */
function beforeGap(
  profileIds: readonly ProfileId[],
  gap: number,
  { start, end }: MoveRoom,
): ProfileId | null | undefined {
  const moved = new Set(profileIds);
  const shown = shownIds();
  const places = placesOf(profileIds);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const isTogether = last - first === places.length - 1;
  if (places.length === 0 || (isTogether && gap >= first && gap <= last + 1)) return undefined;
  const below = shown.slice(gap, end).find((id) => !moved.has(id));
  if (below !== undefined) return below;
  const above = shown.slice(start, gap).findLast((id) => !moved.has(id));
  if (above === undefined) return undefined;
  const order = manualOrder();
  return order.slice(order.indexOf(above) + 1).find((id) => !moved.has(id)) ?? null;
}

/** Resolves once the list is sorted anew: the result of a call can arrive before the change it caused. */
function listSortedAgain(revision: number): Promise<void> {
  const isSorted = (): boolean => useAppState.getState().listRevision !== revision;
  if (isSorted()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useAppState.subscribe(() => {
      if (!isSorted()) return;
      stop();
      resolve();
    });
  });
}
