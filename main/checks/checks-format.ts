import * as v from 'valibot';
import { isMoment } from '../../contract/core/time.ts';
import { isProfileId, type ProfileId } from '../../contract/profiles/profile.ts';
import { maxCheckPoints } from '../../contract/sessions/checking.ts';
import { verdicts } from '../../contract/sessions/session.ts';
import { type FileFormat, versionedJsonFormat } from '../files/file-format.ts';
import { maxProfiles } from '../profiles/saved/profiles-schema.ts';

/** The numbers of one check: when in ms, the place of its verdict in `verdicts`, and the response time in ms or -1. */
export const pointLength = 3;

/** The checks of each profile as flat numbers, the oldest first; 800 bytes a profile. */
export type ChecksById = ReadonlyMap<ProfileId, readonly number[]>;

const stored = versionedJsonFormat({
  fmt: 'ffsm-checks',
  version: 1,
  // 10 000 profiles with 32 checks of at most 30 characters.
  largest: 11_000_000,
  schema: v.object({
    fmt: v.literal('ffsm-checks'),
    v: v.literal(1),
    minReader: v.literal(1),
    checks: v.pipe(
      v.array(
        v.object({
          profileId: v.custom<ProfileId>(isProfileId),
          // One check of the whole list: a schema for each number takes 100 ms with 5 000 profiles.
          points: v.custom<readonly number[]>(arePoints),
        }),
      ),
      v.maxLength(maxProfiles),
    ),
  }),
});

/** The format of `checks.json`. */
export const checksFormat: FileFormat<ChecksById> = {
  largest: stored.largest,
  read: (text) => {
    const parsed = stored.read(text);
    if (parsed.kind !== 'good') return { kind: parsed.kind };
    return {
      kind: 'good',
      value: new Map(parsed.value.checks.map(({ profileId, points }) => [profileId, points])),
    };
  },
  write: (checks) =>
    stored.write({
      ...{ fmt: 'ffsm-checks', v: 1, minReader: 1 },
      checks: Array.from(checks, ([profileId, points]) => ({ profileId, points })),
    }),
};

function arePoints(points: unknown): boolean {
  if (!Array.isArray(points) || points.length > maxCheckPoints * pointLength) return false;
  return (
    points.length % pointLength === 0 && points.every((value, place) => isPart(value, place % pointLength))
  );
}

function isPart(value: unknown, part: number): boolean {
  if (part === 0) return isMoment(value);
  if (typeof value !== 'number' || value < -1) return false;
  return part === 1 ? verdicts[value] !== undefined : Number.isSafeInteger(value);
}
