import { lineAt } from './grid-places.ts';

/** Where a key leads from a line: an index, `head` for the headings of the columns, null for other keys. */
export function lineForKey(
  key: string,
  places: readonly number[],
  from: number,
  /** Visible height in pixels, which Page Up and Page Down move by. */
  height: number,
): number | 'head' | null {
  const last = places.length - 2;
  const start = places[from] ?? 0;
  switch (key) {
    case 'ArrowUp':
      return from === 0 ? 'head' : from - 1;
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageUp':
      return start <= height ? 0 : Math.min(from - 1, lineAt(places, start - height) + 1);
    case 'PageDown':
      return start + height >= (places.at(-1) ?? 0)
        ? last
        : Math.min(last, Math.max(from + 1, lineAt(places, start + height) - 1));
    default:
      return null;
  }
}
