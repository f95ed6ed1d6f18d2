import type { EpochMs } from '../../../contract/core/time.ts';
import { byThisClock } from '../http/clock-skew.ts';

/** Smaller numbers are seconds (until the year 5138), others milliseconds (from 1973 on). */
const firstMilliseconds = 1e11;

/** The last millisecond of the year 9999. */
const endOfDates = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const tenYearsMs = 10 * 366 * 24 * 60 * 60 * 1000;

const isoShape = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Parses a date in any format that FindFace is known to send; else null.
 *
 * ISO 8601 with 0 to 9 fraction digits (truncated to ms) and `Z`, an offset, or no zone, which means UTC; numbers up to
 * 1e11 are seconds since 1970, larger ones milliseconds. Strings of digits are not dates.
 */
export function readServerDate(raw: unknown): EpochMs | null {
  if (typeof raw === 'number') return readEpoch(raw);
  return typeof raw === 'string' ? readIso(raw) : null;
}

/**
 * Whether an expiry is plausible: at most ten years ahead.
 *
 * Any expiry in the past is: the session has ended, and the row has to show it.
 */
export function isPlausibleExpiry(expiresAt: EpochMs, now: EpochMs): boolean {
  return expiresAt <= now + tenYearsMs;
}

/** A session's expiry by this computer's clock; null if the server sent none or an implausible one. */
export function plausibleExpiry(serverExpiry: EpochMs | null, skewMs: number, now: EpochMs): EpochMs | null {
  const expiresAt = serverExpiry === null ? null : byThisClock(serverExpiry, skewMs);
  return expiresAt !== null && isPlausibleExpiry(expiresAt, now) ? expiresAt : null;
}

function readEpoch(value: number): EpochMs | null {
  if (!Number.isFinite(value) || value < 0) return null;
  const ms = Math.floor(value < firstMilliseconds ? value * 1000 : value);
  return ms <= endOfDates ? ms : null;
}

function readIso(text: string): EpochMs | null {
  const found = isoShape.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  const offset = readOffset(found[8]);
  if (hour > 23 || minute > 59 || second > 59 || offset === null) return null;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  // `Date.UTC` would turn 31 February into a day in March.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  const fraction = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3));
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction;
}

/** Offset from UTC in minutes; null for an offset that no time zone has. */
function readOffset(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
