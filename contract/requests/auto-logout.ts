import { type AutoLogoutPolicy, maxAutoLogoutSeconds, minutesPerDay } from '../profiles/auto-logout.ts';
import type { AutoLogoutCalls, PendingLogoutRequest } from '../sessions/pending-logout.ts';
import { asBoolean, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof AutoLogoutCalls]: (raw: unknown) => Parameters<AutoLogoutCalls[Name]>[0];
};

/** The readers of the calls about auto log-out and pending log-outs. */
export const autoLogoutReaders: Readers = {
  setAutoLogout: (raw) => {
    const found = fields(raw, ['profileId', 'lease']);
    return { profileId: asProfileId(found.profileId), lease: readAutoLogout(found.lease) };
  },
  tryEnding: oneEnding,
  forgetEnding: oneEnding,
};

function readAutoLogout(raw: unknown): AutoLogoutPolicy {
  const found = fields(raw, ['afterSeconds', 'atMinute', 'onLock', 'onQuit']);
  return {
    afterSeconds: found.afterSeconds === null ? null : asWhole(found.afterSeconds, 1, maxAutoLogoutSeconds),
    atMinute: found.atMinute === null ? null : asWhole(found.atMinute, 0, minutesPerDay - 1),
    onLock: asBoolean(found.onLock),
    onQuit: asBoolean(found.onQuit),
  };
}

function oneEnding(raw: unknown): PendingLogoutRequest {
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
