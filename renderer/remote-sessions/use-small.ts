import { useSyncExternalStore } from 'react';

const small = window.matchMedia('(max-width: 699px)');

/** Is there so little room that a session takes several lines? */
export function useSmall(): boolean {
  return useSyncExternalStore(
    (listener) => {
      small.addEventListener('change', listener);
      return () => small.removeEventListener('change', listener);
    },
    () => small.matches,
  );
}
