import { type Zoom, zoomSteps } from '../../contract/settings.ts';

/** A change of the zoom. */
export type ZoomChange = 'in' | 'out' | 'reset';

/** The relevant parts of a key press. */
export interface ZoomKey {
  readonly key: string;
  /** The physical key, independent of the layout. */
  readonly code: string;
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The zoom change for a key press; null if none. */
export function readZoomKey({ key, code, mod, shift, alt }: ZoomKey): ZoomChange | null {
  if (!mod || alt) return null;
  // Plus is on the key of the equals sign, on a key of its own or on the number pad; Shift is not required.
  if (key === '+' || key === '=' || code === 'NumpadAdd') return 'in';
  if (key === '-' || key === '_' || code === 'NumpadSubtract') return 'out';
  // French layouts have a letter on the key of the zero.
  return key === '0' || code === 'Numpad0' || (code === 'Digit0' && !shift) ? 'reset' : null;
}

/** The zoom after a change; stays at the first and last level. */
export function zoomAfter(percent: Zoom, change: ZoomChange): Zoom {
  if (change === 'reset') return 100;
  const next =
    change === 'in' ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return next ?? percent;
}

/** A saved zoom level, or 100 if it is not one of ours. */
export function readZoom(raw: unknown): Zoom {
  return zoomSteps.find((step) => step === raw) ?? 100;
}
