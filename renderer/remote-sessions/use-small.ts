import { useNarrowerThan } from '../parts/narrower-than.ts';

/** Is there so little room that a session takes several lines? */
export function useSmall(): boolean {
  return useNarrowerThan(700);
}
