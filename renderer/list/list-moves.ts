/** A movement in the list by a key. */
export type ListMove = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

const moves: Readonly<Record<string, ListMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
};

/** The movement of a key, with or without Ctrl or Shift; null for other keys. */
export function moveForKey({ key, alt }: { readonly key: string; readonly alt: boolean }): ListMove | null {
  return alt ? null : (moves[key] ?? null);
}

/** The target of a movement; without a current row the first or the last one. */
export function applyMove<Id>(
  ids: readonly Id[],
  from: Id | null,
  move: ListMove,
  page: number,
): Id | undefined {
  const last = ids.length - 1;
  const here = from === null ? -1 : ids.indexOf(from);
  if (move === 'first') return ids[0];
  if (move === 'last') return ids[last];
  if (here < 0) return move === 'down' || move === 'page-down' ? ids[0] : ids[last];
  const step = move === 'up' || move === 'down' ? 1 : Math.max(1, page);
  const back = move === 'up' || move === 'page-up';
  return ids[Math.min(last, Math.max(0, back ? here - step : here + step))];
}
