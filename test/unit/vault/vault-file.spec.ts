import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { realDisk } from '../../../main/files/file-system.ts';
import { vaultFormat } from '../../../main/vault/crypto/vault-schema.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';
import {
  bytesIn,
  envelopeIn,
  found,
  plant,
  tokenOf,
  twoGenerations,
  vaultIn,
} from '../../support/vault/opened-vault.ts';

const [profile, other] = [sampleProfile(), sampleProfile()];

describe('a vault’s file', () => {
  test('that is broken gives way to its backup', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    await writeFile(join(folder, 'vault.json'), '');
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toMatchObject({
      kind: 'restored',
      keptAs: expect.stringContaining('.corrupt-'),
    });
    expect(found(vault, profile)).toBe('a'.repeat(64));
    expect(await vault.keep(other, tokenOf('d'))).toEqual({ ok: true, value: 'sealed' });
  });

  test('that is broken beyond its backup stays as it is, and new tokens stay in memory', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    for (const name of ['vault.json', 'vault.json.bak']) await writeFile(join(folder, name), 'junk');
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'unreadable', keptAs: 'vault.json' });
    expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'vault-unreadable' });
    expect(found(vault, profile)).toBe('unreadable');
    expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: true, value: 'memory' });
    expect(await vault.forget(profile.id), 'of junk nothing can be said').toEqual({
      ok: true,
      value: undefined,
    });
    expect((await bytesIn(folder)).toString()).toBe('junk');
    expect(cipher.asked).toEqual([]);
  });

  test('of a newer version stays as it is', { tags: ['row-84'] }, async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    await plant(folder, { ...(await envelopeIn(folder)), v: 2 });
    const before = await bytesIn(folder);
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'newer' });
    expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'vault-newer' });
    expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: true, value: 'memory' });
    expect(await vault.forget(profile.id)).toMatchObject({ problem: { reason: 'newer-version' } });
    expect(await bytesIn(folder)).toEqual(before);
  });

  test('that cannot be read at all is not written either', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'file'), '');
    const vault = vaultIn(join(folder, 'file'), new FakeCipher());
    expect(await vault.open()).toEqual({ kind: 'io-error', reason: 'other' });
    expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'disk-refused' });
    expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: true, value: 'memory' });
  });

  test('on a disk that is full leaves the token in memory, until a save works', {
    tags: ['row-89'],
  }, async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    let full = true;
    const rename = async (from: string, to: string) => {
      if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      await realDisk.rename(from, to);
    };
    const disk = { ...realDisk, rename: rename as typeof realDisk.rename };
    const vault = vaultIn(folder, cipher, {
      file: new DurableFile(join(folder, 'vault.json'), vaultFormat, { disk }),
    });
    await vault.open();
    const problem = { code: 'not-saved', file: 'vault.json', reason: 'disk-full' };
    expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: false, problem });
    expect(vault.placeOf(profile)).toBe('memory');
    expect(await vault.forget(other.id)).toEqual({ ok: false, problem });
    expect(found(vault, other)).toBe('none');
    full = false;
    expect((await vault.keep(sampleProfile(), tokenOf('d'))).ok).toBe(true);
    expect(vault.placeOf(profile)).toBe('sealed');
    for (const name of ['vault.json', 'vault.json.bak'])
      expect(JSON.stringify(await envelopeIn(folder, name)), name).not.toContain(other.id);
  });
});
