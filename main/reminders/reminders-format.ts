import * as v from 'valibot';
import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import { isProfileId, type ProfileId } from '../../contract/profiles/profile.ts';
import { type FileFormat, versionedJsonFormat } from '../files/file-format.ts';
import { maxProfiles } from '../profiles/saved/profiles-schema.ts';
import type { LastTold, Told } from './reminder-rules.ts';

/** The content of `reminders.json`. */
export interface SavedReminders {
  readonly last: LastTold;
  readonly told: ReadonlyMap<ProfileId, Told>;
  readonly muted: ReadonlySet<ProfileId>;
}

const moment = v.custom<EpochMs>(isMoment);
const id = v.custom<ProfileId>(isProfileId);

const stored = versionedJsonFormat({
  fmt: 'ffsm-reminders',
  version: 1,
  // 10 000 profiles with 200 characters each.
  largest: 2_500_000,
  schema: v.object({
    fmt: v.literal('ffsm-reminders'),
    v: v.literal(1),
    minReader: v.literal(1),
    last: v.object({ days: v.nullable(moment), hours: v.nullable(moment) }),
    told: v.pipe(
      v.array(
        v.object({
          profileId: id,
          serverEnd: moment,
          step: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
          snoozedUntil: v.nullable(moment),
        }),
      ),
      v.maxLength(maxProfiles),
    ),
    muted: v.pipe(v.array(id), v.maxLength(maxProfiles)),
  }),
});

/** The format of `reminders.json`. */
export const remindersFormat: FileFormat<SavedReminders> = {
  largest: stored.largest,
  read: (text) => {
    const parsed = stored.read(text);
    if (parsed.kind !== 'good') return { kind: parsed.kind };
    const { last, told, muted } = parsed.value;
    return {
      kind: 'good',
      value: {
        last,
        told: new Map(told.map(({ profileId, ...rest }) => [profileId, rest])),
        muted: new Set(muted),
      },
    };
  },
  write: ({ last, told, muted }) =>
    stored.write({
      ...{ fmt: 'ffsm-reminders', v: 1, minReader: 1, last },
      told: Array.from(told, ([profileId, rest]) => ({ profileId, ...rest })),
      muted: [...muted],
    }),
};
