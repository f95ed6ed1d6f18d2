import type { ProfileId } from '../../contract/profiles/profile.ts';
import { noTicks, type Ticks } from '../state/view-state.ts';

/** Ticks a row, or takes its tick away; ranges begin at it. */
export function withToggled({ ids }: Ticks, id: ProfileId): Ticks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next.size === 0 ? noTicks : { ids: next, range: { from: id, to: id, besides: next } };
}

/**
 * Ticks the rows from where the last range began up to `to`. With another `to` than before the range shrinks or turns; what
 * was ticked besides it stays. `from`: where a range begins if there is none.
 */
export function withRange(ticks: Ticks, shown: readonly ProfileId[], from: ProfileId, to: ProfileId): Ticks {
  const known = ticks.range;
  const isShown = known !== null && shown.includes(known.from);
  const first = shown.includes(from) ? from : to;
  const { from: begin, besides } = isShown ? known : { from: first, besides: ticks.ids };
  return { ids: new Set([...besides, ...between(shown, begin, to)]), range: { from: begin, to, besides } };
}

/** Extends the range by a key: from the row that has the focus, unless it is the end of the last range. */
export function withMove(
  ticks: Ticks,
  shown: readonly ProfileId[],
  focused: ProfileId,
  to: ProfileId,
): Ticks {
  const goesOn = ticks.range?.to === focused;
  return withRange(goesOn ? ticks : { ...ticks, range: null }, shown, focused, to);
}

/** Ticks all rows. */
export function withAll(shown: readonly ProfileId[]): Ticks {
  return shown.length === 0 ? noTicks : { ids: new Set(shown), range: null };
}

/** The ticks of rows that are still in the list, since nothing may happen to a row that is not seen. */
export function withShown(ticks: Ticks, shown: readonly ProfileId[]): Ticks {
  if (ticks.ids.size === 0) return ticks;
  const isShown = new Set(shown);
  const ids = new Set([...ticks.ids].filter((id) => isShown.has(id)));
  if (ids.size === ticks.ids.size) return ticks;
  return ids.size === 0 ? noTicks : { ids, range: null };
}

function between(shown: readonly ProfileId[], one: ProfileId, other: ProfileId): readonly ProfileId[] {
  const [first = 0, last = 0] = [shown.indexOf(one), shown.indexOf(other)].sort((a, b) => a - b);
  return first < 0 ? [] : shown.slice(first, last + 1);
}
