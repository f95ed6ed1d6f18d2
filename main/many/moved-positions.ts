import type { ProfileId } from '../../contract/profiles/profile.ts';

/** Between two profiles that are next to each other once all are numbered. */
const step = 1_000;

/** Closer than this, all profiles are numbered again. */
const leastGap = 1e-6;

/**
 * The positions that change when profiles are moved before another one, or to the end.
 *
 * Only the moved ones get a position, between those of their neighbors; all get one if some had none, or had positions
 * in another order than `order`, or if there is no room left between two. Empty if nothing changes its place.
 */
export function movedPositions(
  order: readonly ProfileId[],
  moved: ReadonlySet<ProfileId>,
  before: ProfileId | null,
  positionOf: (id: ProfileId) => number | undefined,
): ReadonlyMap<ProfileId, number> {
  const others = order.filter((id) => !moved.has(id));
  const block = order.filter((id) => moved.has(id));
  const place = before === null ? others.length : others.indexOf(before);
  if (place < 0) return new Map();
  const after = [...others.slice(0, place), ...block, ...others.slice(place)];
  if (after.every((id, index) => id === order[index])) return new Map();
  const known = others.map(positionOf);
  const between = positionsBetween(known[place - 1], known[place], block.length);
  const isAscending = known.every((one, index) => one !== undefined && one > (known[index - 1] ?? -Infinity));
  return isAscending && between !== null
    ? new Map(block.map((id, index) => [id, between(index)]))
    : new Map(after.map((id, index) => [id, (index + 1) * step]));
}

/** Gives `count` positions between two others, of which one may be missing; null if there is no room. */
function positionsBetween(
  low: number | undefined,
  high: number | undefined,
  count: number,
): ((index: number) => number) | null {
  if (low === undefined) return (index) => (high ?? 0) - step * (count - index);
  if (high === undefined) return (index) => low + step * (index + 1);
  const gap = (high - low) / (count + 1);
  return gap < leastGap ? null : (index) => low + gap * (index + 1);
}
