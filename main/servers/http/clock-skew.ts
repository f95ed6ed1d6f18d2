import type { EpochMs } from '../../../contract/core/time.ts';

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** A `Date` header names a second, so on average it is half a second behind. */
const halfResolutionMs = 500;

/** Reads the date of an HTTP header (`Tue, 03 Nov 2026 08:00:00 GMT`), or null. */
export function readHttpDate(text: string | null): EpochMs | null {
  if (text === null || !httpDate.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/**
 * How far the server's clock is ahead of this computer's, in ms; null without a usable `Date` header.
 *
 * Judged by the middle of the round trip that ended at `receivedAt` and took `tookMs`. A difference smaller
 * than this can tell (half a second and half the round trip) is no difference.
 */
export function clockSkew(dateHeader: string | null, receivedAt: EpochMs, tookMs: number): number | null {
  const serverSecond = readHttpDate(dateHeader);
  if (serverSecond === null) return null;
  const skewMs = Math.round(serverSecond + halfResolutionMs - (receivedAt - tookMs / 2));
  return Math.abs(skewMs) <= halfResolutionMs + tookMs / 2 ? 0 : skewMs;
}

/** A moment told by the server's clock, told by this computer's clock instead. */
export function byThisClock(serverTime: EpochMs, skewMs: number): EpochMs {
  return serverTime - skewMs;
}
