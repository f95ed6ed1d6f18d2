import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { vaultFormat } from '../../../../main/vault/crypto/vault-schema.ts';

const base64 = (bytes: number) => randomBytes(bytes).toString('base64');
const osSlot = {
  id: 'os-1',
  type: 'os',
  platform: 'linux',
  tag: 'v11',
  appName: 'FindFace Session Manager',
  wrapped: base64(51),
};
const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: base64(16) };
const passSlot = {
  id: 'pw-1',
  type: 'pass',
  kdf,
  alg: 'A256GCM',
  nonce: base64(12),
  ct: base64(32),
  tag: base64(16),
};
const record = {
  pid: randomUUID(),
  kind: 'token',
  salt: base64(16),
  nonce: base64(12),
  ct: base64(64),
  tag: base64(16),
};
const envelope = {
  fmt: 'ffsm-vault',
  v: 1,
  minReader: 1,
  vaultId: randomUUID(),
  gen: 42,
  updatedAt: '2026-11-24T10:00:00.000Z',
  slots: [osSlot, passSlot],
  kcv: base64(16),
  records: [record, { ...record, kind: 'password' }],
  mac: base64(32),
};
const kindOf = (changes: object) => vaultFormat.read(JSON.stringify({ ...envelope, ...changes })).kind;

describe('vault.json', () => {
  test('gives back every field, those of a passphrase and of kinds to come as well', () => {
    expect(vaultFormat.read(JSON.stringify(envelope))).toEqual({ kind: 'good', value: envelope });
  });

  test('of a newer version is not read', () => {
    expect(kindOf({ v: 2 })).toBe('newer');
    expect(kindOf({ minReader: 2 })).toBe('newer');
  });

  const hostile: Readonly<Record<string, object>> = {
    'a field nobody knows': { extra: 1 },
    'an older version than the first': { v: 0 },
    'a generation that is no number': { gen: '42' },
    'a generation below one': { gen: 0 },
    'a vault id that is none': { vaultId: 'x' },
    'no slot': { slots: [] },
    'nine slots': { slots: Array.from({ length: 9 }, () => osSlot) },
    'a slot nobody knows': { slots: [{ ...osSlot, type: 'tpm' }] },
    'a slot with an unknown mark': { slots: [{ ...osSlot, tag: 'v13' }] },
    'a slot with another field': { slots: [{ ...osSlot, hint: 'x' }] },
    'a slot without its wrapped key': { slots: [{ ...osSlot, wrapped: '' }] },
    'scrypt that takes a terabyte': { slots: [{ ...passSlot, kdf: { ...kdf, N: 2 ** 30 } }] },
    'scrypt that takes a gigabyte': { slots: [{ ...passSlot, kdf: { ...kdf, N: 2 ** 20 } }] },
    'scrypt that takes four times as long in four lanes': {
      slots: [{ ...passSlot, kdf: { ...kdf, N: 2 ** 18, p: 4 } }],
    },
    'a slot under a passphrase with a tag of 4 bytes': { slots: [{ ...passSlot, tag: base64(4) }] },
    'scrypt with a huge block': { slots: [{ ...passSlot, kdf: { ...kdf, r: 1_000_000 } }] },
    'scrypt that is not parallel at all': { slots: [{ ...passSlot, kdf: { ...kdf, p: 0 } }] },
    'scrypt that is far too weak': { slots: [{ ...passSlot, kdf: { ...kdf, N: 2 } }] },
    'scrypt without a salt': { slots: [{ ...passSlot, kdf: { ...kdf, salt: undefined } }] },
    'a record of no profile': { records: [{ ...record, pid: 'x' }] },
    'a record with a tag of 4 bytes': { records: [{ ...record, tag: base64(4) }] },
    'a record with a nonce of 16 bytes': { records: [{ ...record, nonce: base64(16) }] },
    'a record without content': { records: [{ ...record, ct: '' }] },
    'a record far too long': { records: [{ ...record, ct: base64(10_000) }] },
    'two records of one profile and kind': { records: [record, { ...record, ct: base64(64) }] },
    'base64 in a sloppy spelling': { kcv: `${envelope.kcv.slice(0, -2)}` },
    'base64 of a URL': { mac: `-${envelope.mac.slice(1)}` },
    'no seal': { mac: undefined },
  };
  for (const [what, changes] of Object.entries(hostile)) {
    test(`with ${what} is corrupt`, { tags: ['row-83'] }, () => {
      expect(kindOf(changes)).toBe('corrupt');
    });
  }

  test('takes every strength of scrypt that is reasonable', () => {
    for (const [N, p] of [
      [2 ** 15, 4],
      [2 ** 16, 4],
      [2 ** 18, 1],
    ])
      expect(kindOf({ slots: [{ ...passSlot, kdf: { ...kdf, N, p } }] })).toBe('good');
  });

  test('holds the tokens of 10 000 profiles', { tags: ['row-85'] }, () => {
    const records = Array.from({ length: 10_000 }, () => ({ ...record, pid: randomUUID() }));
    const text = JSON.stringify({ ...envelope, records });
    expect(text.length).toBeLessThan(vaultFormat.largest);
    expect(vaultFormat.read(text).kind).toBe('good');
  });
});
