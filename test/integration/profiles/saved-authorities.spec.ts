import { describe, expect, test } from 'vitest';
import { maxAuthorities, salvagedAuthorities } from '../../../main/profiles/saved/authorities-schema.ts';
import type { SavedPendingLogout } from '../../../main/profiles/saved/pending-logouts-schema.ts';
import {
  makeSavedProfiles,
  profilesFormat,
  type SavedProfile,
  unknownSession,
} from '../../../main/profiles/saved/profiles-schema.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';

describe('a saved CA', () => {
  test('has to match its fingerprint, or the file is invalid', { tags: ['row-80'] }, () => {
    const [ours, other] = [issue('Harbour', { ca: true }).cert, issue('Stranger', { ca: true }).cert];
    const fileWith = (pem: string) =>
      JSON.stringify({ ...makeSavedProfiles([]), authorities: [{ fingerprint: printOf(ours), pem }] });
    expect(profilesFormat.read(fileWith(ours))).toMatchObject({ kind: 'good' });
    expect(profilesFormat.read(fileWith(other))).toMatchObject({ kind: 'corrupt' });
  });

  test('is written while a profile or a pending log-out trusts it', () => {
    const authority = { fingerprint: 'ab'.repeat(32), pem: '' };
    const tls = { mode: 'ca', fingerprint: authority.fingerprint, trustedAt: 0 } as const;
    const plain = { ...unknownSession, profile: sampleProfile() };
    const trusting = { ...plain, profile: sampleProfile({ tls }) };
    const ending = { ...plain, endings: [{ tls } as SavedPendingLogout] };
    const written = (saved: SavedProfile) => makeSavedProfiles([saved], null, [authority]).authorities;
    expect([plain, trusting, ending].map(written)).toEqual([[], [authority], [authority]]);
  });

  test('is found in a damaged file beside strange ones, up to the limit', () => {
    const { cert: pem } = issue('Harbour', { ca: true });
    const authority = { fingerprint: printOf(pem), pem };
    expect(salvagedAuthorities({ authorities: [{ ...authority, pem: '' }, authority, null] })).toEqual([
      authority,
    ]);
    const many = Array.from({ length: maxAuthorities + 1 }, () => authority);
    expect(salvagedAuthorities({ authorities: many })).toHaveLength(maxAuthorities);
  });
});
