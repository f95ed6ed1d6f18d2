import { useEffect, useState } from 'react';

/** Turns true two frames after the first rendering: then the first picture is on the screen, and the rest may come. */
export function useDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => setDrawn(true)));
  }, []);
  return isDrawn;
}
