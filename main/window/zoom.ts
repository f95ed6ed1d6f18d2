/** How large the page may be shown, in percent. */
export const zoomSteps = [67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** What a key or the wheel asks of the zoom. */
export type ZoomChange = 'in' | 'out' | 'reset';

/** The parts of a key press that matter. */
export interface ZoomKey {
  readonly key: string;
  /** The place of the key on the keyboard, whatever its layout. */
  readonly code: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key asks of the zoom; null if nothing. */
export function readZoomKey({ key, code, mod, shift, alt }: ZoomKey): ZoomChange | null {
  if (!mod || alt) return null;
  // The plus is on the key of the equals sign, on one of its own or on the number pad; nobody should need Shift for it.
  if (key === '+' || key === '=' || code === 'NumpadAdd') return 'in';
  if (key === '-' || key === '_' || code === 'NumpadSubtract') return 'out';
  // French keyboards write a letter by the key of the zero.
  return key === '0' || code === 'Numpad0' || (code === 'Digit0' && !shift) ? 'reset' : null;
}

/** The percentage after a change; at the last step it stays. */
export function zoomAfter(percent: number, change: ZoomChange): number {
  if (change === 'reset') return 100;
  const next =
    change === 'in' ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return next ?? percent;
}

/** A kept percentage, or 100 where it is none of ours. */
export function readZoom(raw: unknown): number {
  return zoomSteps.find((step) => step === raw) ?? 100;
}
