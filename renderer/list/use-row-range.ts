import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAfterFirstPaint } from '../components/hooks/use-lifecycle.ts';
import { type RowPlaces, visibleRows } from './row-places.ts';
import type { RowRange, Viewport } from './row-range.ts';

/** Height of title row, list header and status bar, in pixels. */
const shellHeight = 114;
const overscan = 10;

/** The rows of a scrolling list to render, updated as it is scrolled or resized. */
export function useRowRange(list: RefObject<HTMLElement | null>, places: RowPlaces): RowRange {
  const { rowHeight } = places;
  // The first rendering does not measure, which would force a layout.
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: window.innerHeight - shellHeight });
  const isDrawn = useAfterFirstPaint();
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      // Rounded to whole rows, so that most scroll events render nothing.
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      const height = element.clientHeight + rowHeight;
      setViewport((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    // Rendered in the same frame as the scrolling, so that no part of the list is blank.
    const onScroll = (): void => flushSync(measure);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [list, rowHeight]);
  return visibleRows(viewport, places, isDrawn ? overscan : 0);
}
