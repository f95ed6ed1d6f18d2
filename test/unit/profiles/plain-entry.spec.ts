import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import { isPlainEntry } from '../../../main/profiles/saved/plain-entry.ts';
import {
  type SavedProfile,
  savedProfile,
  unknownSession,
} from '../../../main/profiles/saved/profiles-schema.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const at = 1_700_000_000_000;
const pin = {
  mode: 'pin',
  fingerprint: 'ab'.repeat(32),
  trustedAt: at,
  dates: { validFrom: at, validTo: at + 1 },
  names: { subject: 'CN=findface.example', issuer: 'CN=Corp CA' },
} as const;
const profile = sampleProfile({ lease: noAutoLogout });
const used: SavedProfile = {
  ...unknownSession,
  profile: { ...profile, tls: pin, notes: 'Gate 4', hidden: true, position: 1_000.5 },
  session: {
    loggedInAt: at,
    expiresAt: at + 1,
    leaseEndsAt: null,
    skewMs: -1200.5,
    fingerprint: '0a1b2c3d',
    wayIn: 'password',
    lastCheck: { verdict: 'accepted', at, tookMs: 41 },
  },
  user: { name: 'admin', realName: 'Ana Núñez', role: { group: -7 }, adUser: true },
  lastUsedAt: at,
  server: {
    authType: 'face_or_password',
    sessionSeconds: 15_552_000,
    needsRenewal: true,
    renewIntervalSeconds: null,
    activeDirectory: true,
    cproauth: false,
    languages: ['ru'],
    seenAt: at,
  },
};
const plain: readonly SavedProfile[] = [{ ...unknownSession, profile }, used];

/** The paths of all fields of a value. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...pathsOf(part).map((path) => [name, ...path]),
  ]);
}

/** A copy, as read from a file, with one field set, or left out if the value is undefined. */
function withField(entry: SavedProfile, [...path]: readonly string[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(entry));
  const last = path.pop() ?? '';
  const parent = path.reduce((part, name) => part[name], copy);
  Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.parse(JSON.stringify(copy));
}

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(
    ...[undefined, null, '', 'x'.repeat(3_000), 'https://EXAMPLE.com/', 'https://10.0.4.7:443', 'ABCDEF01'],
  ),
  fc.constantFrom(
    ...[-1, 0.5, 1e300, 8.64e15 + 1, [], [''], ['x'.repeat(501)], Array(101).fill('x'), [null], {}],
  ),
  fc.constantFrom(...[{ mode: 'system' }, { mode: 'direct' }, { mode: 'pin' }, { group: 1 }, { group: 'a' }]),
);
const oddEntry = fc.constantFrom(...plain).chain((entry) => {
  const paths = pathsOf(entry);
  const known = fc.constantFrom(...paths);
  const added = fc.tuple(fc.constantFrom([], ...paths), fc.constantFrom('more', '__proto__', '0'));
  const path = fc.oneof(
    known,
    added.map(([parent, name]) => [...parent.slice(0, -1), name]),
  );
  return fc.tuple(path, oddValue).map(([changed, value]) => withField(entry, changed, value));
});

describe('a plain entry of profiles.json', () => {
  test('is what most entries are', () => {
    for (const entry of plain) expect(isPlainEntry(JSON.parse(JSON.stringify(entry)))).toBe(true);
  });

  test('is taken only if the schema would keep it as it is', () => {
    fc.assert(
      fc.property(oddEntry, (entry) => {
        if (!isPlainEntry(entry)) return;
        const read = v.safeParse(savedProfile, entry);
        expect(read.success).toBe(true);
        expect(read.output).toStrictEqual(entry);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['a profile name', ['profile', 'name'], 'x'.repeat(501)],
    ['an unknown field', ['profile', 'more'], 1],
    ['notes that are too long', ['profile', 'notes'], 'x'.repeat(5_001)],
    ['a mark that it is not hidden', ['profile', 'hidden'], false],
    ['a position', ['profile', 'position'], '1'],
    ['a missing field', ['profile', 'lease'], undefined],
    ['an address', ['profile', 'address', 'origin'], 'https://10.0.4.7/path'],
    ['a time to repair', ['session', 'loggedInAt'], 1e300],
    ['a duration to repair', ['server', 'sessionSeconds'], -1],
    ['a fingerprint', ['session', 'fingerprint'], '0A1B2C3D'],
    ['a pin', ['profile', 'tls', 'fingerprint'], 'ab'],
    ['a role', ['user', 'role'], { group: 'a' }],
    ['a tag', ['profile', 'tags'], [1]],
  ])('leaves %s to the schema', (_what, path, value) => {
    expect(isPlainEntry(withField(used, path, value))).toBe(false);
  });
});
