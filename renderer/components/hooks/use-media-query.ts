import { useSyncExternalStore } from 'react';

/** Is the window narrower than so many pixels? Drawn anew when that changes. */
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

/** Is the window narrower than so many pixels just now? */
export function isNarrowerThan(pixels: number): boolean {
  return mediaBelow(pixels).matches;
}

function mediaBelow(pixels: number): MediaQueryList {
  return window.matchMedia(`(max-width: ${pixels - 1}px)`);
}
