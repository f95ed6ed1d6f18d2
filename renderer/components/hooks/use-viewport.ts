import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Scroll offset and visible height of a scrolling element, in pixels. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/**
 * What is visible of a scrolling element, updated as it is scrolled or resized.
 *
 * The offset is rounded down to `step` pixels, so that most scroll events render nothing. The first rendering takes
 * `firstHeight` as the height, since measuring would force a layout.
 */
export function useViewport(
  frame: RefObject<HTMLElement | null>,
  step: number,
  firstHeight: number,
): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: firstHeight });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => setViewport((before) => viewportAfter(before, element, step));
    // Rendered in the same frame as the scrolling, so that nothing is blank.
    const onScroll = (): void => flushSync(measure);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [frame, step]);
  return viewport;
}

/**
 * The viewport of an element that was scrolled or resized: one step higher than the element at an offset between two
 * steps. `before` if it is the same, so that a first height that was right is not followed by a second rendering.
 */
export function viewportAfter(
  before: Viewport,
  { scrollTop, clientHeight }: Pick<HTMLElement, 'scrollTop' | 'clientHeight'>,
  step: number,
): Viewport {
  const top = Math.floor(scrollTop / step) * step;
  const height = clientHeight + (scrollTop > top ? step : 0);
  return before.top === top && before.height === height ? before : { top, height };
}
