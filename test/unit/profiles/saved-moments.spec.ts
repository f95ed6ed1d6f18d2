import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remaining, toDuration, toExactDuration, totalDuration } from '../../../contract/core/durations.ts';
import { isMoment, lastMoment } from '../../../contract/core/time.ts';
import {
  formatAgo,
  formatDateTime,
  formatDay,
  formatMoment,
  formatRemaining,
} from '../../../contract/i18n/format-time.ts';
import type { Translate } from '../../../contract/texts.ts';
import {
  makeSavedProfiles,
  profilesFormat,
  type SavedProfile,
} from '../../../main/profiles/saved/profiles-schema.ts';
import { readBackupContent } from '../../../main/transfer/formats/backup.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const wild = [1e300, -1e300, Number.MAX_VALUE, lastMoment + 1, -lastMoment - 1];
const strange = [...wild, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const saved = (at: number): SavedProfile => ({
  profile: sampleProfile({ name: 'Airport' }),
  session: {
    ...{
      loggedInAt: at,
      expiresAt: at,
      leaseEndsAt: at,
      skewMs: at,
      fingerprint: 'a1b2c3d4',
      wayIn: 'password',
    },
    lastCheck: { verdict: 'accepted', at, tookMs: at },
  },
  user: null,
  lastUsedAt: at,
  server: null,
  checksItself: true,
  rightsChange: null,
  endings: [],
});

describe('a time out of range', () => {
  for (const at of wild) {
    test(`such as ${at} affects only itself in a saved list`, () => {
      const before = [saved(at), { ...saved(1_700_000_000_000), profile: sampleProfile({ name: 'Lobby' }) }];
      const read = profilesFormat.read(JSON.stringify(makeSavedProfiles(before)));
      if (read.kind !== 'good') throw new Error(read.kind);
      const [strangeOne, other] = read.value.profiles;
      expect(strangeOne).toMatchObject({
        profile: { name: 'Airport' },
        session: { loggedInAt: 0, expiresAt: null, leaseEndsAt: null, skewMs: 0, lastCheck: null },
        lastUsedAt: null,
      });
      expect(strangeOne?.session?.fingerprint).toBe('a1b2c3d4');
      expect(other).toEqual(before[1]);
    });

    test(`such as ${at} is unknown in a backup`, () => {
      const { session } = saved(at);
      const entry = {
        ...{
          name: 'Airport',
          address: 'https://10.0.4.7',
          userName: 'ivanov',
          tags: [],
          environment: 'none',
        },
        ...{ favourite: false, pin: null, deviceId: 'a', session, token: null, password: null },
      };
      const [incoming] = readBackupContent({ profiles: [entry] }) ?? [];
      expect(incoming?.kept?.session).toMatchObject({ expiresAt: null, loggedInAt: 0 });
    });
  }

  test('that is not a number makes the file invalid', () => {
    const text = JSON.stringify(makeSavedProfiles([saved(1)])).replace('"expiresAt":1', '"expiresAt":"soon"');
    expect(profilesFormat.read(text).kind).toBe('corrupt');
  });

  test('never breaks a text', () => {
    const t = ((key: string, values: object) =>
      `${key} ${JSON.stringify(values ?? {})}`) as unknown as Translate;
    fc.assert(
      fc.property(
        fc.oneof(fc.double(), fc.constantFrom(...strange)),
        fc.constantFrom('en', 'ru', 'es'),
        (at, language) => {
          for (const said of [
            formatDateTime(language, at),
            formatDay(language, at),
            formatMoment(t, language, at, 0),
            formatMoment(t, language, 0, at),
            formatAgo(t, at, 0),
            formatRemaining(t, { loggedInAt: 0, expiresAt: at }, 0),
            formatRemaining(t, { loggedInAt: at, expiresAt: 1 }, 0),
          ])
            expect(said).not.toMatch(/NaN|Infinity|Invalid/);
          if (!isMoment(at))
            expect(remaining({ loggedInAt: 0, expiresAt: at }, 0)).toEqual({ unit: 'unknown' });
          for (const span of [
            toDuration(at),
            toExactDuration(at),
            totalDuration(0, at),
            totalDuration(at, 0),
          ])
            expect(Object.values(span).some(Number.isNaN)).toBe(false);
        },
      ),
    );
  });
});
