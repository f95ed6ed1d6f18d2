import { useCallback, useEffect, useRef, useState } from 'react';

/** Turns true two frames after the first rendering: then the first picture is on the screen, and the rest may come. */
export function useAfterFirstPaint(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => setDrawn(true)));
  }, []);
  return isDrawn;
}

/** Tells whether a part of the window was closed meanwhile; for what goes on after waiting. */
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
