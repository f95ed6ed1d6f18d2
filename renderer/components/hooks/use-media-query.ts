import { useSyncExternalStore } from 'react';

/** Whether the window is narrower than this many pixels; rerenders on change. */
export function useNarrowerThan(pixels: number): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = mediaBelow(pixels);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => isNarrowerThan(pixels),
  );
}

/** Whether the window is narrower than this many pixels at the moment. */
export function isNarrowerThan(pixels: number): boolean {
  return mediaBelow(pixels).matches;
}

// Asked for in every rendering.
const queries = new Map<number, MediaQueryList>();

function mediaBelow(pixels: number): MediaQueryList {
  const known = queries.get(pixels) ?? window.matchMedia(`(max-width: ${pixels - 1}px)`);
  queries.set(pixels, known);
  return known;
}
