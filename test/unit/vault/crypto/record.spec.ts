import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../../contract/profiles/profile.ts';
import {
  canonicalJson,
  fitsKey,
  isUntouched,
  keyCheckValue,
  withMac,
} from '../../../../main/vault/crypto/envelope-mac.ts';
import { associatedData, openRecord, sealRecord } from '../../../../main/vault/crypto/record.ts';
import type { SealedRecord } from '../../../../main/vault/crypto/vault-schema.ts';
import { sampleProfile } from '../../../support/fixtures/profile.ts';

const key = randomBytes(32);
const vaultId = randomUUID();
const secret = 'c'.repeat(64);
const pin = 'ab'.repeat(32);
const profile = sampleProfile({ tls: { mode: 'pin', fingerprint: pin, trustedAt: 1 } });
const record = sealRecord(key, vaultId, profile, 'token', secret);
const opened = (changed: Partial<Profile>, sealed: SealedRecord = record) =>
  openRecord(key, vaultId, { ...profile, ...changed }, 'token', sealed);

describe('a sealed record', () => {
  test('opens for its own profile', () => {
    expect(opened({})).toBe(secret);
    expect(opened({ name: 'Renamed', favourite: true, tags: [], userName: 'x' })).toBe(secret);
    expect(opened({ tls: { mode: 'pin', fingerprint: pin, trustedAt: 99 } }), 'trusted again').toBe(secret);
  });

  const elsewhere: Readonly<Record<string, Partial<Profile>>> = {
    'another profile': { id: sampleProfile().id },
    'another server': { address: { origin: 'https://evil.example', basePath: '' } },
    'another port': { address: { origin: 'https://10.0.4.7:8443', basePath: '' } },
    'the same server without TLS': { address: { origin: 'http://10.0.4.7', basePath: '' } },
    'another path of the server': { address: { origin: 'https://10.0.4.7', basePath: '/api' } },
    'any certificate of an authority': { tls: { mode: 'system' } },
    'an authority of that number': { tls: { mode: 'ca', fingerprint: pin, trustedAt: 1 } },
    'another certificate': { tls: { mode: 'pin', fingerprint: 'cd'.repeat(32), trustedAt: 1 } },
  };
  for (const [what, changed] of Object.entries(elsewhere)) {
    test(`does not open for ${what}`, () => {
      expect(opened(changed)).toBeNull();
    });
  }

  for (const [what, proxy] of Object.entries({
    'another proxy': { mode: 'fixed', url: 'http://10.0.0.2:3128' },
    'the proxy of the system': { mode: 'system' },
    'no proxy': { mode: 'direct' },
  } as const)) {
    test(`that was sealed for plain HTTP through a proxy does not open for ${what}`, () => {
      const open = {
        address: { origin: 'http://10.0.4.7', basePath: '' },
        proxy: { mode: 'fixed', url: 'http://10.0.0.1:3128' },
      } as const;
      const sealed = sealRecord(key, vaultId, { ...profile, ...open }, 'token', secret);
      expect(opened(open, sealed)).toBe(secret);
      expect(opened({ ...open, proxy }, sealed)).toBeNull();
    });
  }

  test('does not open with another key, in another vault', () => {
    expect(openRecord(randomBytes(32), vaultId, profile, 'token', record)).toBeNull();
    expect(openRecord(key, randomUUID(), profile, 'token', record)).toBeNull();
  });

  test('does not open with a tag of 4 bytes, which could be guessed', { tags: ['row-82'] }, () => {
    const short = Buffer.from(record.tag, 'base64').subarray(0, 4).toString('base64');
    expect(opened({}, { ...record, tag: short })).toBeNull();
  });

  test('does not open with parts of another record', () => {
    const other = sealRecord(key, vaultId, profile, 'token', 'd'.repeat(64));
    for (const part of ['salt', 'nonce', 'ct', 'tag'] as const)
      expect(opened({}, { ...record, [part]: other[part] }), part).toBeNull();
  });

  test('never looks the same twice', () => {
    const again = sealRecord(key, vaultId, profile, 'token', secret);
    for (const part of ['salt', 'nonce', 'ct', 'tag'] as const) expect(again[part]).not.toBe(record[part]);
  });

  test('is bound to fields that cannot run into each other', () => {
    const split = (origin: string, basePath: string) =>
      associatedData(vaultId, sampleProfile({ id: profile.id, address: { origin, basePath } }), 'token');
    expect(split('https://a', '/b')).not.toBe(split('https://a/b', ''));
  });
});

describe('the seal over the vault', () => {
  const slot = {
    id: 'os-1',
    type: 'os',
    platform: 'linux',
    tag: 'v11',
    appName: 'x',
    wrapped: 'AAAA',
  } as const;
  const envelope = withMac(key, {
    fmt: 'ffsm-vault',
    v: 1,
    minReader: 1,
    vaultId,
    gen: 1,
    updatedAt: '2026-11-24T10:00:00.000Z',
    slots: [slot],
    kcv: keyCheckValue(key, vaultId),
    records: [record, { ...record, kind: 'password' }],
  });

  test('holds for the same content in any order of its fields', () => {
    expect(isUntouched(key, envelope)).toBe(true);
    const turned = Object.fromEntries(Object.entries(envelope).reverse()) as typeof envelope;
    expect(isUntouched(key, turned)).toBe(true);
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  const changes: Readonly<Record<string, Partial<typeof envelope>>> = {
    'a record is taken out': { records: [record] },
    'records are exchanged': { records: [...envelope.records].reverse() },
    'a slot is added': { slots: [slot, { ...slot, id: 'os-2' }] },
    'the generation is changed': { gen: 2 },
    'the seal itself is another': { mac: Buffer.alloc(32).toString('base64') },
  };
  for (const [what, change] of Object.entries(changes)) {
    test(`breaks when ${what}`, () => {
      expect(isUntouched(key, { ...envelope, ...change })).toBe(false);
    });
  }

  test('is made with the right key only', () => {
    const other = randomBytes(32);
    expect(fitsKey(key, envelope)).toBe(true);
    expect(fitsKey(other, envelope)).toBe(false);
    expect(fitsKey(key, { ...envelope, vaultId: randomUUID() })).toBe(false);
    expect(isUntouched(other, envelope)).toBe(false);
  });
});
