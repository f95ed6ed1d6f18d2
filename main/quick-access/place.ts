/** A rectangle on the screens, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const width = 680;
const height = 420;

/** Where the window stands in a work area: in its middle, a little above; larger with the zoom of the page. */
export function quickPlace(area: Rectangle, zoomPercent: number): Rectangle {
  const size = {
    width: Math.min(area.width, Math.round((width * zoomPercent) / 100)),
    height: Math.min(area.height, Math.round((height * zoomPercent) / 100)),
  };
  return {
    x: area.x + Math.round((area.width - size.width) / 2),
    y: area.y + Math.round((area.height - size.height) / 3),
    ...size,
  };
}
