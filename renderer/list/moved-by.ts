/** The place after a step; a single step goes on at the other end, a page stops there. */
export function movedBy(place: number, step: number, count: number): number {
  if (count === 0) return 0;
  if (Math.abs(step) === 1) return (place + step + count) % count;
  return Math.min(count - 1, Math.max(0, place + step));
}
