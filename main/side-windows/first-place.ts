import type { WindowBounds } from '../settings/window-places.ts';

/** A rectangle on the screens, in device-independent pixels. */
interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far each window stands from the one before, in pixels. */
const step = 32;

/**
 * Where a side window stands that was never closed: to the right of the main window if the work area has room, else over it;
 * the `nth` one as many steps further down.
 */
export function firstPlace(
  size: Pick<Rectangle, 'width' | 'height'>,
  main: Rectangle,
  area: Rectangle,
  nth: number,
): WindowBounds {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  const last = { x: area.x + area.width - width, y: area.y + area.height - height };
  const right = main.x + main.width;
  const x = right <= last.x ? right : main.x + step * (nth + 1);
  const y = main.y + step * (right <= last.x ? nth : nth + 1);
  return {
    x: Math.max(area.x, Math.min(x, last.x)),
    y: Math.max(area.y, Math.min(y, last.y)),
    width,
    height,
    maximized: false,
  };
}
