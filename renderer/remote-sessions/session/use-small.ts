import { useNarrowerThan } from '../../components/hooks/use-media-query.ts';

/** Is there so little room that a session takes several lines? */
export function useSmall(): boolean {
  return useNarrowerThan(700);
}
