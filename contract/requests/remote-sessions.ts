import { lastMoment } from '../core/time.ts';
import {
  maxKeys,
  type RemoteSessionCalls,
  type SessionFilter,
  sessionStatuses,
} from '../sessions/remote-sessions.ts';
import { asBoolean, asOneOf, asProfileId, asText, asWhole, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof RemoteSessionCalls]: (raw: unknown) => Parameters<RemoteSessionCalls[Name]>[0];
};

/** Longer than any reason for a block; what is too long gives a problem instead of an exception. */
const maxTextLength = 20_000;
const maxBlockIdLength = 100;

/** The readers of the calls about remote sessions. */
export const remoteSessionReaders: Readers = {
  listSessions: (raw) => {
    const found = fields(raw, ['profileId', 'filter', 'whole']);
    return {
      profileId: asProfileId(found.profileId),
      filter: readFilter(found.filter),
      whole: asBoolean(found.whole),
    };
  },
  listMoreSessions: (raw) => {
    const found = fields(raw, ['profileId', 'listId']);
    return { profileId: asProfileId(found.profileId), listId: asWhole(found.listId) };
  },
  endSessions: (raw) => {
    const found = fields(raw, ['profileId', 'listId', 'keys', 'inUseToo']);
    return {
      profileId: asProfileId(found.profileId),
      listId: asWhole(found.listId),
      keys: asKeys(found.keys),
      inUseToo: asBoolean(found.inUseToo),
    };
  },
  listBlockedDevices: (raw) => ({ profileId: asProfileId(fields(raw, ['profileId']).profileId) }),
  blockDevice: (raw) => {
    const found = fields(raw, ['profileId', 'listId', 'key', 'reason', 'until']);
    return {
      profileId: asProfileId(found.profileId),
      listId: asWhole(found.listId),
      key: asWhole(found.key),
      reason: asText(found.reason, maxTextLength),
      until: asUntil(found.until),
    };
  },
  changeBlock: (raw) => {
    const found = fields(raw, ['profileId', 'blockId', 'reason', 'until']);
    return {
      profileId: asProfileId(found.profileId),
      blockId: asText(found.blockId, maxBlockIdLength),
      reason: asText(found.reason, maxTextLength),
      until: asUntil(found.until),
    };
  },
  unblockDevice: (raw) => {
    const found = fields(raw, ['profileId', 'blockId']);
    return { profileId: asProfileId(found.profileId), blockId: asText(found.blockId, maxBlockIdLength) };
  },
};

function readFilter(raw: unknown): SessionFilter {
  const found = fields(raw, ['whose', 'status', 'activeOnly']);
  return {
    whose: asOneOf(found.whose, ['mine', 'all'] as const),
    status: found.status === null ? null : asOneOf(found.status, sessionStatuses),
    activeOnly: asBoolean(found.activeOnly),
  };
}

function asKeys(raw: unknown): readonly number[] {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > maxKeys)
    throw new MalformedMessage('not a short list of keys');
  return Array.from(raw, (key) => asWhole(key));
}

function asUntil(raw: unknown): number | null {
  if (raw === null) return null;
  if (typeof raw !== 'number' || !Number.isFinite(raw) || Math.abs(raw) > lastMoment)
    throw new MalformedMessage('not a moment');
  return raw;
}
