import { useCallback, useEffect, useRef, useState } from 'react';

/** True from two frames after the first render on, when the first paint is on the screen. */
export function useAfterFirstPaint(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => setDrawn(true)));
  }, []);
  return isDrawn;
}

/** Returns a function that tells whether the component was unmounted, for use after `await`. */
export function useUnmounted(): () => boolean {
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  return useCallback(() => gone.current, []);
}
