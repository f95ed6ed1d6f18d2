import { useCallback, useEffect, useRef } from 'react';

/** Tells whether a part of the window was closed meanwhile; for what goes on after waiting. */
export function useGone(): () => boolean {
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return useCallback(() => gone.current, []);
}
