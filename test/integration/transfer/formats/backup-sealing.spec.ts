import { describe, expect, test } from 'vitest';
import {
  openSealedBackup,
  readSealedBackup,
  sealBackup,
} from '../../../../main/transfer/formats/backup-seal.ts';
import { holds } from '../../../support/canary.ts';

const passphrase = 'correct horse battery';
const secret = 'bird-of-song-'.repeat(5);

describe('a backup', { timeout: 90_000 }, () => {
  // Each key derivation takes most of a second by design, and several on a busy machine.

  test('opens with its passphrase only, however its letters are composed', async () => {
    const sealed = await sealBackup(`{"a":"${secret}"}`, 'caf\u00e9 cr\u00e8me');
    expect(readSealedBackup(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
    const opened = await openSealedBackup(sealed, 'cafe\u0301 cre\u0300me');
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(Buffer.from(opened.content).toString()).toContain(secret);
    expect(await openSealedBackup(sealed, 'cafe creme')).toEqual({ kind: 'wrong-passphrase' });
  });

  test('reveals nothing of its content, and differs each time', async () => {
    const [one, other] = [await sealBackup(secret, passphrase), await sealBackup(secret, passphrase)];
    expect(holds(JSON.stringify(one), secret)).toBe(false);
    expect(holds(Buffer.from(one.ct, 'base64'), secret)).toBe(false);
    expect(one.kdf).toMatchObject({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1 });
    expect(one.kdf.salt).not.toBe(other.kdf.salt);
    expect(one.nonce).not.toBe(other.nonce);
  });

  test('with any modification does not open', { tags: ['row-110'] }, async () => {
    const sealed = await sealBackup(secret, passphrase);
    const flipped = (text: string) => {
      const bytes = Buffer.from(text, 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    for (const field of ['tag', 'ct', 'nonce'] as const) {
      const changed = { ...sealed, [field]: flipped(sealed[field]) };
      expect(readSealedBackup(changed), field).not.toBeNull();
      expect(await openSealedBackup(changed, passphrase), field).toEqual({ kind: 'broken' });
    }
    const bent = { ...sealed, minReader: 2 } as unknown as typeof sealed;
    expect(await openSealedBackup(bent, passphrase), 'the part in the clear').toEqual({ kind: 'broken' });
    expect(await openSealedBackup({ ...sealed, kcv: flipped(sealed.kcv) }, passphrase)).toEqual({
      kind: 'wrong-passphrase',
    });
  });

  test('with a tag of four bytes is not opened', async () => {
    const sealed = await sealBackup(secret, passphrase);
    const tag = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64');
    expect(await openSealedBackup({ ...sealed, tag }, passphrase)).toEqual({ kind: 'broken' });
  });

  test('with parameters that need gigabytes is refused before anything is computed', {
    tags: ['row-110'],
  }, async () => {
    const sealed = await sealBackup(secret, passphrase);
    const { kdf } = sealed;
    for (const changed of [
      { ...sealed, kdf: { ...kdf, N: 2 ** 30 } },
      { ...sealed, kdf: { ...kdf, N: 2 ** 19 } },
      { ...sealed, kdf: { ...kdf, N: 2 ** 17, p: 4 } },
      { ...sealed, kdf: { ...kdf, N: 2 ** 17 + 1 } },
      { ...sealed, kdf: { ...kdf, N: 1024 } },
      { ...sealed, kdf: { ...kdf, r: 1024 } },
      { ...sealed, kdf: { ...kdf, p: 1_000_000 } },
      { ...sealed, kdf: { ...kdf, name: 'argon2id' } },
      { ...sealed, kdf: { ...kdf, salt: '' } },
      { ...sealed, tag: sealed.tag.slice(0, 4) },
      { ...sealed, tag: Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64') },
      { ...sealed, nonce: '' },
      { ...sealed, ct: `${sealed.ct} ` },
      { ...sealed, alg: 'A128CBC' },
      { ...sealed, more: 1 },
    ])
      expect(readSealedBackup(changed)).toBeNull();
  });

  test('of more than 64 MiB decompressed does not open, however small its file', async () => {
    const sealed = await sealBackup(' '.repeat(64 * 1024 * 1024 + 1), passphrase);
    expect(sealed.ct.length).toBeLessThan(100_000);
    // Compares only the kind, so that a failure does not print the content.
    expect((await openSealedBackup(sealed, passphrase)).kind).toBe('broken');
  });
});
