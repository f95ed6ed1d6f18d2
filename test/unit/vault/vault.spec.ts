import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { VaultStatus } from '../../../contract/state.ts';
import { Token } from '../../../main/token/token.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';
import { envelopeIn, found, tokenOf, vaultIn } from '../../support/vault/opened-vault.ts';

const profile = sampleProfile();

/** A closed vault with one sealed token. */
async function sealedVault() {
  const folder = await freshFolder();
  const cipher = new FakeCipher();
  const vault = vaultIn(folder, cipher);
  await vault.open();
  expect(await vault.keep(profile, tokenOf('a'))).toEqual({ ok: true, value: 'sealed' });
  await vault.close();
  cipher.asked.length = 0;
  return { folder, cipher };
}

describe('the vault', () => {
  test('gives back what it kept, after a restart too', async () => {
    const { folder, cipher } = await sealedVault();
    const vault = vaultIn(folder, cipher);
    expect(vault.storage).toEqual({ kind: 'opening' });
    expect(found(vault, profile), 'not before it is open').toBe('unreadable');
    expect(await vault.open()).toEqual({ kind: 'ok' });
    expect(found(vault, profile)).toBe('a'.repeat(64));
    expect(vault.placeOf(profile)).toBe('sealed');
    expect(vault.storage).toMatchObject({ kind: 'sealed', by: 'secret-service' });
    expect(found(vault, sampleProfile())).toBe('none');
    expect(vault.placeOf(sampleProfile())).toBeNull();
    expect(vault.fileName).toBe('vault.json');
  });

  test('asks the keyring once at its first opening, and writes nothing before its first token', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    const told: VaultStatus[] = [];
    const vault = vaultIn(folder, cipher, { onStorage: (storage) => told.push(storage) });
    expect(await vault.open()).toEqual({ kind: 'missing' });
    expect(found(vault, profile)).toBe('none');
    expect(await vault.forget(profile.id)).toEqual({ ok: true, value: undefined });
    expect(cipher.asked).toEqual(['isReady', 'wrap']);
    expect(await readdir(folder)).toEqual([]);
    await vault.keep(profile, tokenOf('a'));
    expect(cipher.asked).toEqual(['isReady', 'wrap']);
    expect(told).toEqual([{ kind: 'sealed', by: 'secret-service', passphrase: false }]);
  });

  test('asks the keyring once for many tokens kept at the same time', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    const vault = vaultIn(folder, cipher);
    const profiles = Array.from({ length: 50 }, () => sampleProfile());
    const kept = await Promise.all(profiles.map((one, at) => vault.keep(one, new Token(`token-${at}`))));
    expect(kept.every((result) => result.ok && result.value === 'sealed')).toBe(true);
    expect(cipher.asked).toEqual(['isReady', 'wrap']);
    const again = vaultIn(folder, cipher);
    await again.open();
    for (const [at, one] of profiles.entries()) expect(found(again, one)).toBe(`token-${at}`);
  });

  test('keeps the newest token of a profile, and the old one not even in its backup', async () => {
    const { folder, cipher } = await sealedVault();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const old = (await envelopeIn(folder)).records[0]?.ct;
    await vault.keep(profile, tokenOf('b'));
    expect(found(vault, profile)).toBe('b'.repeat(64));
    for (const name of ['vault.json', 'vault.json.bak'])
      expect(JSON.stringify(await envelopeIn(folder, name))).not.toContain(old);
  });

  test('forgets a token at once, in its file and in its backup', { tags: ['row-112'] }, async () => {
    const { folder, cipher } = await sealedVault();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const other = sampleProfile();
    await vault.keep(other, tokenOf('b'));
    const forgetting = vault.forget(profile.id);
    expect(found(vault, profile)).toBe('none');
    expect(await forgetting).toEqual({ ok: true, value: undefined });
    for (const name of ['vault.json', 'vault.json.bak']) {
      const pids = (await envelopeIn(folder, name)).records.map(({ pid }) => pid);
      expect(pids, name).toEqual([other.id]);
    }
    expect(found(vault, other)).toBe('b'.repeat(64));
  });

  test('keeps and forgets in the order in which it is asked', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    const vault = vaultIn(folder, cipher);
    const [one, two] = [sampleProfile(), sampleProfile()];
    await Promise.all([
      vault.keep(one, tokenOf('a')),
      vault.forget(one.id),
      vault.keep(two, tokenOf('b')),
      vault.forget(two.id),
      vault.keep(two, tokenOf('c')),
    ]);
    const again = vaultIn(folder, cipher);
    await again.open();
    for (const opened of [vault, again]) {
      expect(found(opened, one)).toBe('none');
      expect(found(opened, two)).toBe('c'.repeat(64));
    }
  });

  test('counts its generations, whatever the clock says', async () => {
    const folder = await freshFolder();
    let now = Date.UTC(2026, 10, 24);
    const vault = vaultIn(folder, new FakeCipher(), { now: () => now });
    await vault.keep(profile, tokenOf('a'));
    now = Date.UTC(2024, 0, 1);
    await vault.keep(profile, tokenOf('b'));
    expect(await envelopeIn(folder)).toMatchObject({ gen: 2, updatedAt: '2024-01-01T00:00:00.000Z' });
    expect(await envelopeIn(folder)).toMatchObject({
      slots: [{ id: 'os-1', type: 'os', platform: 'linux', tag: 'v11', appName: 'FindFace Session Manager' }],
    });
  });

  for (const platform of ['win32', 'darwin'] as const) {
    test(`seals on ${platform} too`, async () => {
      const folder = await freshFolder();
      const cipher = new FakeCipher(platform);
      const vault = vaultIn(folder, cipher);
      expect(await vault.keep(profile, tokenOf('a'))).toEqual({ ok: true, value: 'sealed' });
      const again = vaultIn(folder, cipher);
      await again.open();
      expect(found(again, profile)).toBe('a'.repeat(64));
    });
  }

  test('is wiped when it is closed, after running writes', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const keeping = vault.keep(profile, tokenOf('a'));
    await vault.close();
    expect(await keeping).toEqual({ ok: true, value: 'sealed' });
    expect(found(vault, profile)).toBe('unreadable');
    expect(await vault.keep(profile, tokenOf('b')), 'nothing is sealed any more').toMatchObject({
      value: 'memory',
    });
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(found(again, profile)).toBe('a'.repeat(64));
  });
});

describe('a token', () => {
  const pinned = sampleProfile({
    ...profile,
    tls: { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 1 },
  });
  const moved = sampleProfile({ ...profile, address: { origin: 'https://evil.example', basePath: '' } });

  test('is unreadable for its profile at another address or under another trust', {
    tags: ['row-79'],
  }, async () => {
    const { folder, cipher } = await sealedVault();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(found(vault, moved)).toBe('unreadable');
    expect(found(vault, pinned)).toBe('unreadable');
    expect(vault.placeOf(moved)).toBe('unreadable');
  });

  test('is bound in the same way while it is in memory only', async () => {
    const cipher = new FakeCipher();
    cipher.tag = 'v10';
    const vault = vaultIn(await freshFolder(), cipher);
    await vault.keep(profile, tokenOf('a'));
    expect(vault.placeOf(profile)).toBe('memory');
    expect(found(vault, moved)).toBe('unreadable');
    expect(found(vault, pinned)).toBe('unreadable');
  });

  test('is sealed again when its profile gets another trust', async () => {
    const { folder, cipher } = await sealedVault();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(await vault.reseal(profile, pinned)).toEqual({ ok: true, value: undefined });
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(found(again, pinned)).toBe('a'.repeat(64));
    expect(found(again, profile)).toBe('unreadable');
  });

  test('is forgotten when its profile gets another address', async () => {
    const { folder, cipher } = await sealedVault();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.reseal(profile, moved);
    expect(found(vault, moved)).toBe('none');
    expect(found(vault, profile)).toBe('none');
    expect((await envelopeIn(folder)).records).toEqual([]);
  });

  test('that is not there needs no new seal', async () => {
    const vault = vaultIn(await freshFolder(), new FakeCipher());
    await vault.open();
    expect(await vault.reseal(profile, pinned)).toEqual({ ok: true, value: undefined });
    await expect(vault.reseal(profile, sampleProfile())).rejects.toThrow();
  });
});
