import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type LineRange, type LineViewport, linesIn } from './grid-places.ts';

/** In pixels above and below what is visible. */
const overscan = 360;
/** Scroll offsets are rounded to it, so that most scroll events render nothing. */
const step = 60;

/** The lines of a scrolling grid to render, updated as it is scrolled or resized. */
export function useGridRange(frame: RefObject<HTMLElement | null>, places: readonly number[]): LineRange {
  const [viewport, setViewport] = useState<LineViewport>({ top: 0, height: window.innerHeight });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const top = Math.floor(element.scrollTop / step) * step;
      const height = element.clientHeight + step;
      setViewport((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    // Rendered in the same frame as the scrolling, so that no part of the grid is blank.
    const onScroll = (): void => flushSync(measure);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [frame]);
  return linesIn(places, viewport, overscan);
}
