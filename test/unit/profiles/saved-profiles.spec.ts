import { describe, expect, test } from 'vitest';
import {
  makeSavedProfiles,
  maxProfiles,
  profilesFormat,
  type SavedProfile,
  unknownSession,
} from '../../../main/profiles/saved/profiles-schema.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const saved: SavedProfile = {
  profile: sampleProfile({
    tls: {
      mode: 'pin',
      fingerprint: 'ab'.repeat(32),
      trustedAt: 1_700_000_000_000,
      dates: { validFrom: 1_690_000_000_000, validTo: 1_790_000_000_000 },
      names: { subject: 'CN=findface.example', issuer: 'CN=Corp CA' },
    },
    lease: { afterSeconds: 900, atMinute: 1_080, onLock: true, onQuit: true },
  }),
  session: {
    loggedInAt: 1_700_000_000_000,
    expiresAt: null,
    leaseEndsAt: 1_700_000_000_003,
    skewMs: -1200.5,
    fingerprint: '0a1b2c3d',
    wayIn: 'password',
    lastCheck: { verdict: 'certificate-changed', at: 1_700_000_000_001, tookMs: null },
  },
  user: { name: 'admin', realName: 'Ana Núñez', role: { group: -7 }, adUser: true },
  lastUsedAt: 1_700_000_000_002,
  server: {
    authType: 'face_or_password',
    sessionSeconds: 15_552_000,
    needsRenewal: true,
    renewIntervalSeconds: null,
    activeDirectory: true,
    cproauth: false,
    languages: ['ru'],
    seenAt: 1_700_000_000_003,
  },
  checksItself: false,
  rightsChange: {
    at: 1_700_000_000_004,
    lost: { count: 200, names: ['ffsecurity.delete_event'] },
    gained: { count: 0, names: [] },
    groupsLeft: [2, -1],
    groupsJoined: [],
    role: { from: 'administrator', to: { group: 7 } },
    active: null,
  },
  endings: [
    {
      id: '0a1b2c3d4e5f',
      address: { origin: 'https://10.0.4.7', basePath: '/api' },
      tls: { mode: 'system' },
      proxy: { mode: 'direct' },
      deviceId: 'ffsm-desk-0a1b2c3d',
      startedAt: 1_700_000_000_000,
      until: null,
      tries: 3,
      answers: 1,
      triedAt: 1_700_000_000_001,
      cause: 'server-failed',
      givenUp: false,
    },
  ],
};
const seen = { vaultId: '0a1b2c3d-0a1b-4c3d-8e1b-0a1b2c3d4e5f', gen: 42 };
const bare: SavedProfile = { ...unknownSession, profile: sampleProfile() };

/** The file text with one field of its first entry changed. */
function textWith(part: string, field: string, value: unknown): string {
  const file = JSON.parse(profilesFormat.write(makeSavedProfiles([saved, bare])));
  file.profiles[0][part] = { ...file.profiles[0][part], [field]: value };
  return JSON.stringify(file);
}

describe('profiles.json', () => {
  test('keeps every field', () => {
    for (const vault of [null, seen]) {
      const content = makeSavedProfiles([saved, bare], vault);
      const read = profilesFormat.read(profilesFormat.write(content));
      expect(read).toEqual({ kind: 'good', value: content });
    }
  });

  test('of version 1 is read too, without a vault generation', () => {
    const { vault, ...rest } = makeSavedProfiles([saved, bare]);
    const text = JSON.stringify({ ...rest, v: 1, minReader: 1 });
    const value = makeSavedProfiles([saved, bare]);
    expect(vault).toBeNull();
    expect(profilesFormat.read(text)).toEqual({ kind: 'good', value, upgradedFrom: 1 });
    const mixed = JSON.stringify({ ...rest, v: 1, minReader: 2 });
    expect(profilesFormat.read(mixed)).toEqual({ kind: 'corrupt', salvage: value });
  });

  test('with an invalid vault generation is corrupt, but its entries can be recovered', () => {
    for (const vault of [{ ...seen, gen: 0 }, { ...seen, gen: 1.5 }, { ...seen, vaultId: '../x' }, 'x']) {
      const text = JSON.stringify({ ...makeSavedProfiles([bare]), vault });
      expect(profilesFormat.read(text)).toEqual({ kind: 'corrupt', salvage: makeSavedProfiles([bare]) });
    }
    const twin = { ...bare, profile: saved.profile };
    const text = profilesFormat.write(makeSavedProfiles([saved, twin], seen));
    const salvage = makeSavedProfiles([saved], seen);
    expect(profilesFormat.read(text), 'and the other way round').toEqual({ kind: 'corrupt', salvage });
  });

  test('is read ignoring fields of a later version', () => {
    const good = { kind: 'good', value: makeSavedProfiles([saved, bare]) };
    expect(profilesFormat.read(textWith('profile', 'colour', 'red'))).toEqual(good);
    expect(profilesFormat.read(textWith('shade', 'depth', 1))).toEqual(good);
  });

  const strange: readonly [string, string, string, unknown][] = [
    ['an id that is none', 'profile', 'id', '../../etc'],
    ['an address with a password in it', 'profile', 'address', { origin: 'https://a:b@evil', basePath: '' }],
    ['an address that is no origin', 'profile', 'address', { origin: 'https://10.0.4.7/x', basePath: '' }],
    ['a scheme that is not HTTP', 'profile', 'address', { origin: 'file://', basePath: '' }],
    ['a base path with a query', 'profile', 'address', { origin: 'https://a', basePath: '/api?x' }],
    ['a trust nobody knows', 'profile', 'tls', { mode: 'none' }],
    ['a pin that is no fingerprint', 'profile', 'tls', { mode: 'pin', fingerprint: 'ab', trustedAt: 1 }],
    [
      'a pin of a certificate with a name without end',
      'profile',
      'tls',
      { ...saved.profile.tls, names: { subject: 'CN='.repeat(1_000), issuer: '' } },
    ],
    ['an environment nobody knows', 'profile', 'environment', 'staging'],
    ['a name without end', 'profile', 'name', 'x'.repeat(10_000)],
    ['a date that is no number', 'session', 'loggedInAt', '2026'],
    ['a verdict nobody knows', 'session', 'lastCheck', { verdict: 'fine', at: 1, tookMs: 1 }],
    ['a whole token as its fingerprint', 'session', 'fingerprint', 'a'.repeat(64)],
  ];
  for (const [what, part, field, value] of strange) {
    test(`with ${what} is corrupt, but its other entries can be recovered`, () => {
      const text = textWith(part, field, value);
      expect(profilesFormat.read(text)).toEqual({ kind: 'corrupt', salvage: makeSavedProfiles([bare]) });
    });
  }

  test('with a duplicate ID is corrupt, and the first of the two can be recovered', {
    tags: ['row-85'],
  }, () => {
    const twin: SavedProfile = { ...bare, profile: { ...bare.profile, id: saved.profile.id } };
    const text = profilesFormat.write(makeSavedProfiles([saved, twin]));
    expect(profilesFormat.read(text)).toEqual({ kind: 'corrupt', salvage: makeSavedProfiles([saved]) });
  });

  test('may hold 10 000 profiles with full notes, which fit into its 80 MB, and not one more', {
    tags: ['row-85'],
    timeout: 60_000,
  }, () => {
    const many = Array.from({ length: maxProfiles }, () => ({
      ...saved,
      profile: sampleProfile({ notes: '😀'.repeat(1_000) }),
    }));
    const text = profilesFormat.write(makeSavedProfiles(many));
    expect(Buffer.byteLength(text)).toBeLessThan(profilesFormat.largest);
    expect(profilesFormat.read(text).kind).toBe('good');
    const tooMany = Array.from({ length: maxProfiles + 1 }, () => ({ ...saved, profile: sampleProfile() }));
    const more = profilesFormat.write(makeSavedProfiles(tooMany));
    expect(profilesFormat.read(more).kind).toBe('corrupt');
  });

  test('of a newer version is not read at all', { tags: ['row-84'] }, () => {
    const text = JSON.stringify({ ...makeSavedProfiles([bare]), v: 4 });
    expect(profilesFormat.read(text)).toEqual({ kind: 'newer' });
  });
});
