import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { KeyringTimeout } from '../../../main/vault/crypto/keyring-timeout.ts';
import { filesHolding } from '../../support/canary.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';
import {
  envelopeIn,
  found,
  plant,
  tokenOf,
  twoGenerations,
  vaultIn,
} from '../../support/vault/opened-vault.ts';

const [profile, other] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];

describe('a locked vault', () => {
  test('returns and stores nothing until it is unlocked', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.access.lock();
    expect(found(vault, profile)).toBe('unreadable');
    expect(await vault.keep(sampleProfile(), tokenOf('c'))).toEqual({
      ok: false,
      problem: { code: 'locked' },
    });
    expect(await vault.keepPassword(profile, 'secret')).toMatchObject({ ok: false });
    expect(await vault.access.unlock(null)).toMatchObject({ ok: true });
    expect(found(vault, profile)).toBe('a'.repeat(64));
  });

  test('drops what was in memory only', async () => {
    const cipher = new FakeCipher();
    cipher.ready = false;
    const vault = vaultIn(await freshFolder(), cipher);
    await vault.open();
    await vault.keep(profile, tokenOf('a'));
    await vault.access.lock();
    expect(found(vault, profile)).not.toContain('a'.repeat(64));
    expect(await vault.access.unlock(null)).toMatchObject({ ok: true });
    expect(found(vault, profile)).toBe('none');
  });

  test('that was only inspected does not ask the keyring', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.access.look();
    expect(cipher.asked).toEqual([]);
    expect(vault.storage).toMatchObject({ reason: 'locked', sealedBy: 'secret-service', passphrase: false });
    expect(await vault.access.unlock(null)).toMatchObject({ ok: true });
    expect(found(vault, other)).toBe('b'.repeat(64));
  });
});

describe('changing the key', () => {
  test('reseals everything, and the old key opens nothing that is left', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const before = await envelopeIn(folder);
    expect(await vault.access.rotateKey([profile, other], null)).toEqual({ ok: true, value: undefined });
    const after = await envelopeIn(folder);
    expect(after.kcv).not.toBe(before.kcv);
    expect(after.gen).toBe(before.gen + 1);
    expect((await envelopeIn(folder, 'vault.json.bak')).kcv).toBe(after.kcv);
    expect(found(vault, profile)).toBe('a'.repeat(64));
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(found(again, other)).toBe('b'.repeat(64));
  });

  test('loses nothing if the window is locked meanwhile', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    cipher.mood = 'waits';
    const rotating = vault.access.rotateKey([profile, other], null);
    while (!cipher.asked.includes('wrap')) await new Promise(setImmediate);
    const locking = vault.access.lock();
    cipher.answerAll();
    expect(await rotating).toEqual({ ok: false, problem: { code: 'locked' } });
    await locking;
    const again = vaultIn(folder, cipher);
    await again.open();
    expect([found(again, profile), found(again, other)]).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });

  test('stops before losing a secret that does not open', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const before = await envelopeIn(folder);
    const moved = { ...other, address: { ...other.address, origin: 'https://10.0.4.8' } };
    expect(await vault.access.rotateKey([profile, moved], null)).toEqual({
      ok: false,
      problem: { code: 'records-unreadable', count: 1 },
    });
    expect(await envelopeIn(folder)).toEqual(before);
  });
});

describe('a vault without a passphrase', () => {
  test('keeps its keyring as the only key source', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const before = await envelopeIn(folder);
    expect(await vault.access.letKeyringOpen(false, null, [profile, other])).toMatchObject({
      problem: { code: 'last-way-in' },
    });
    expect(await envelopeIn(folder)).toEqual(before);
    expect(await vault.access.rotateKey([profile, other], 'typed by mistake')).toMatchObject({ ok: true });
    expect((await envelopeIn(folder)).slots.map(({ type }) => type)).toEqual(['os']);
  });

  test('is asked for at no start, and opened by no passphrase', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    cipher.loseKey();
    const vault = vaultIn(folder, cipher);
    expect(await vault.access.needsPassphrase()).toBe(false);
    const ofAnotherSystem = vaultIn(folder, new FakeCipher('win32'));
    expect(await ofAnotherSystem.access.needsPassphrase()).toBe(false);
    await vault.open();
    expect(await vault.access.unlock('seven calm cranes')).toMatchObject({
      problem: { code: 'keyring-not-open', reason: 'keyring-lost' },
    });
  });

  test('waits longer for its keyring if a person unlocks it or changes its key', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    cipher.mood = 'waits';
    const vault = vaultIn(folder, cipher, { patience: new KeyringTimeout(1) });
    const unlocking = vault.access.unlock(null);
    setTimeout(() => cipher.answerAll(), 50);
    expect(await unlocking).toMatchObject({ ok: true });
    cipher.mood = 'waits';
    const rotating = vault.access.rotateKey([profile, other], null);
    setTimeout(() => cipher.answerAll(), 50);
    expect(await rotating).toMatchObject({ ok: true });
  });
});

describe('a vault that does not open', () => {
  test('is the only one that is replaced', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(await vault.access.replace()).toMatchObject({ problem: { code: 'store-not-open' } });
    expect(found(vault, profile)).toBe('a'.repeat(64));
  });

  test('is quarantined when a new one is started', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const before = await envelopeIn(folder);
    cipher.loseKey();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(await vault.access.replace()).toMatchObject({ ok: true });
    expect(found(vault, profile)).toBe('none');
    expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: true, value: 'sealed' });
    const aside = (await readdir(folder)).filter((name) => name.startsWith('vault.json.replaced-'));
    const kept = await Promise.all(aside.map((name) => envelopeIn(folder, name)));
    expect(kept).toContainEqual(before);
  });

  test('of a newer version is not replaced', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    await plant(folder, { ...(await envelopeIn(folder)), v: 2, minReader: 2 });
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(await vault.access.replace()).toMatchObject({
      problem: { code: 'not-saved', reason: 'newer-version' },
    });
  });
});

describe('a saved password', () => {
  test('opens for exactly its profile, and is removed without a trace', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const password = 'canary-password-4711';
    expect(await vault.keepPassword(profile, password)).toMatchObject({ ok: true });
    expect(await filesHolding(folder, password)).toEqual([]);
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(again.holdsPassword(profile.id)).toBe(true);
    expect(again.password(profile)).toBe(password);
    for (const changed of [
      { address: { ...profile.address, origin: 'https://10.0.4.8' } },
      { tls: { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 } },
      { id: other.id },
    ] as const)
      expect(again.password({ ...profile, ...changed })).toBeNull();
    expect(await again.forgetPassword(profile.id)).toMatchObject({ ok: true });
    for (const name of ['vault.json', 'vault.json.bak'])
      expect((await envelopeIn(folder, name)).records.map(({ kind }) => kind)).toEqual(['token', 'token']);
  });

  test('is never saved for a server without TLS, nor in memory only', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const plain = sampleProfile({ address: { origin: 'http://10.0.4.7', basePath: '' } });
    expect(await vault.keepPassword(plain, 'secret')).toEqual({
      ok: false,
      problem: { code: 'password-not-kept', reason: 'plain-http' },
    });
    const weak = new FakeCipher();
    weak.tag = 'v10';
    const open = vaultIn(await freshFolder(), weak);
    await open.open();
    expect(await open.keepPassword(profile, 'secret')).toEqual({
      ok: false,
      problem: { code: 'password-not-kept', reason: 'not-sealed' },
    });
  });

  test('stays when only the session ends, and opens under no other trust', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.keepPassword(profile, 'secret');
    await vault.forget(profile.id, 'token');
    expect([found(vault, profile), vault.password(profile)]).toEqual(['none', 'secret']);
    const trusted = { ...profile, tls: { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 } } as const;
    await vault.reseal(profile, trusted);
    expect(vault.password(trusted)).toBeNull();
    await vault.forget(profile.id);
    expect(vault.holdsPassword(profile.id)).toBe(false);
  });
});
