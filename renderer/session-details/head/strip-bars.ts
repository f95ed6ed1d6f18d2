import type { CheckPoint } from '../../../contract/sessions/checking.ts';

/**
 * What a bar of the strip says by its shape.
 *
 * `answered`, `newest`, `slow`: accepted, as high as it took long. `rejected`: a response that did not accept the token.
 * `unanswered`: no response.
 */
export type BarKind = 'answered' | 'newest' | 'slow' | 'rejected' | 'unanswered';

/** A check as a bar. */
export interface StripBar {
  readonly point: CheckPoint;
  readonly kind: BarKind;
  /** In pixels, `stripHeight` at most. */
  readonly height: number;
}

/** The strip of the last checks, and the numbers of its caption. */
export interface Strip {
  /** The newest last. */
  readonly bars: readonly StripBar[];
  readonly unanswered: number;
  readonly rejected: number;
  /** Response time of the newest check in ms; null if it was not accepted. */
  readonly nowMs: number | null;
  /** The longest response time in ms; null without any. */
  readonly maxMs: number | null;
}

/** The height of the strip in pixels. */
export const stripHeight = 24;
/** How many checks are shown. */
export const stripLength = 24;
const lowest = 4;
/** A response is slow if it took longer than this many times the median. */
const slowFactor = 2;

/** The strip of these checks, the newest last. */
export function stripOf(points: readonly CheckPoint[]): Strip {
  const shown = points.slice(-stripLength);
  const times = shown.flatMap((point) => acceptedMs(point) ?? []).toSorted((one, other) => one - other);
  const maxMs = times.at(-1) ?? null;
  const slowMs = slowFactor * (times[Math.floor(times.length / 2)] ?? 0);
  const bars = shown.map((point, nth): StripBar => {
    const ms = acceptedMs(point);
    if (ms === null) return { point, kind: failedKind(point), height: stripHeight };
    const height = lowest + (stripHeight - lowest) * (maxMs ? ms / maxMs : 0);
    const kind = ms > slowMs ? 'slow' : nth === shown.length - 1 ? 'newest' : 'answered';
    return { point, kind, height: Math.round(height) };
  });
  const newest = shown.at(-1);
  const count = (kind: BarKind) => bars.filter((bar) => bar.kind === kind).length;
  return {
    ...{ bars, maxMs, nowMs: newest === undefined ? null : acceptedMs(newest) },
    ...{ unanswered: count('unanswered'), rejected: count('rejected') },
  };
}

/** The response time of an accepted check in ms; null for any other. */
function acceptedMs({ verdict, tookMs }: CheckPoint): number | null {
  return verdict === 'accepted' ? (tookMs ?? 0) : null;
}

function failedKind({ verdict }: CheckPoint): BarKind {
  return verdict === 'unreachable' || verdict === 'certificate-changed' ? 'unanswered' : 'rejected';
}
