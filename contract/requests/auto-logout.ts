import { type Lease, longestLeaseSeconds, minutesOfADay } from '../profiles/auto-logout.ts';
import type { LeaseCalls, OneEnding } from '../sessions/pending-logout.ts';
import { asBoolean, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

type Readers = { readonly [Name in keyof LeaseCalls]: (raw: unknown) => Parameters<LeaseCalls[Name]>[0] };

/** One reader for each call about leases and endings. */
export const leaseReaders: Readers = {
  setLease: (raw) => {
    const found = fields(raw, ['profileId', 'lease']);
    return { profileId: asProfileId(found.profileId), lease: readLease(found.lease) };
  },
  tryEnding: oneEnding,
  forgetEnding: oneEnding,
};

function readLease(raw: unknown): Lease {
  const found = fields(raw, ['afterSeconds', 'atMinute', 'onLock', 'onQuit']);
  return {
    afterSeconds: found.afterSeconds === null ? null : asWhole(found.afterSeconds, 1, longestLeaseSeconds),
    atMinute: found.atMinute === null ? null : asWhole(found.atMinute, 0, minutesOfADay - 1),
    onLock: asBoolean(found.onLock),
    onQuit: asBoolean(found.onQuit),
  };
}

function oneEnding(raw: unknown): OneEnding {
  const found = fields(raw, ['profileId', 'endingId']);
  const endingId = asText(found.endingId, 12);
  if (!/^[0-9a-f]{12}$/.test(endingId)) throw new MalformedMessage('not an ending');
  return { profileId: asProfileId(found.profileId), endingId };
}

function asWhole(raw: unknown, least: number, most: number): number {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < least || raw > most)
    throw new MalformedMessage('not a whole number in its bounds');
  return raw;
}
