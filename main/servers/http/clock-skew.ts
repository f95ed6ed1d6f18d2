import type { EpochMs } from '../../../contract/core/time.ts';

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** `Date` headers have a resolution of one second, so on average they are half a second behind. */
const halfResolutionMs = 500;

/** Parses a `Date` header (`Tue, 03 Nov 2026 08:00:00 GMT`); null if it is malformed. */
export function readHttpDate(text: string | null): EpochMs | null {
  if (text === null || !httpDate.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/**
 * How far the server's clock is ahead, in ms; null without a usable `Date` header.
 *
 * Relative to the middle of the round trip that ended at `receivedAt` and took `tookMs`. A skew below the uncertainty
 * (half a second and half the round trip) is 0.
 */
export function clockSkew(dateHeader: string | null, receivedAt: EpochMs, tookMs: number): number | null {
  const serverSecond = readHttpDate(dateHeader);
  if (serverSecond === null) return null;
  const skewMs = Math.round(serverSecond + halfResolutionMs - (receivedAt - tookMs / 2));
  return Math.abs(skewMs) <= halfResolutionMs + tookMs / 2 ? 0 : skewMs;
}

/** Converts a time by the server's clock to this computer's clock. */
export function byThisClock(serverTime: EpochMs, skewMs: number): EpochMs {
  return serverTime - skewMs;
}
