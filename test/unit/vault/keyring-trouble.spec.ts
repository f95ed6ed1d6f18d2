import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { KeyringTimeout } from '../../../main/vault/crypto/keyring-timeout.ts';
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
const keptVault = () => twoGenerations(profile, other);

describe('without a keyring', () => {
  for (const what of ['a public key', 'no encryption at all', 'an error'] as const) {
    test(`that offers ${what}, tokens stay in memory and nothing is written`, {
      tags: ['row-98'],
    }, async () => {
      const folder = await freshFolder();
      const cipher = new FakeCipher();
      if (what === 'a public key') cipher.tag = 'v10';
      if (what === 'no encryption at all') cipher.ready = false;
      if (what === 'an error') cipher.mood = 'broken';
      const vault = vaultIn(folder, cipher);
      await vault.open();
      expect(await vault.keep(profile, tokenOf('a'))).toEqual({ ok: true, value: 'memory' });
      expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'no-keyring' });
      expect(found(vault, profile)).toBe('a'.repeat(64));
      expect(vault.placeOf(profile)).toBe('memory');
      expect(await readdir(folder)).toEqual([]);
      expect(await vault.forget(profile.id)).toEqual({ ok: true, value: undefined });
      expect(found(vault, profile)).toBe('none');
    });
  }

  test('until one appears, all tokens are sealed with the next one', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    cipher.tag = 'v10';
    const vault = vaultIn(folder, cipher);
    await vault.keep(profile, tokenOf('a'));
    cipher.tag = 'v11';
    expect(await vault.keep(other, tokenOf('b'))).toEqual({ ok: true, value: 'sealed' });
    expect(vault.placeOf(profile)).toBe('sealed');
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(found(again, profile)).toBe('a'.repeat(64));
  });

  test('a vault wrapped with the public key is not opened: its key is anybody’s', async () => {
    const folder = await freshFolder();
    const attacker = new FakeCipher('darwin');
    const planted = vaultIn(folder, attacker);
    await planted.keep(profile, tokenOf('x'));
    const envelope = await envelopeIn(folder);
    await plant(folder, {
      ...envelope,
      slots: envelope.slots.map((slot) => ({ ...slot, platform: 'linux' })),
    });
    const cipher = new FakeCipher();
    cipher.unwrap = (bytes) => attacker.unwrap(bytes);
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'keyring-lost' });
    expect(attacker.asked.filter((call) => call === 'unwrap')).toEqual([]);
    expect(await vault.keep(other, tokenOf('a'))).toEqual({ ok: true, value: 'memory' });
  });
});

describe('a keyring that is locked', () => {
  for (const mood of ['locked', 'waits'] as const) {
    test(`(it ${mood}) leaves the vault untouched and new tokens in memory`, {
      tags: ['row-96', 'row-101'],
    }, async () => {
      const { folder, cipher } = await keptVault();
      const [before, backup] = [await bytesIn(folder), await bytesIn(folder, 'vault.json.bak')];
      cipher.mood = mood;
      const vault = vaultIn(folder, cipher, { patience: new KeyringTimeout(1) });
      expect(await vault.open()).toEqual({ kind: 'keyring-locked' });
      expect(cipher.asked, 'asked once, not again for the backup').toEqual(['unwrap']);
      expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'keyring-locked' });
      expect(found(vault, profile)).toBe('unreadable');
      expect(found(vault, sampleProfile())).toBe('none');
      expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: true, value: 'memory' });
      expect(found(vault, profile)).toBe('c'.repeat(64));
      expect(await bytesIn(folder)).toEqual(before);
      expect(await bytesIn(folder, 'vault.json.bak')).toEqual(backup);
    });
  }

  test('and opened later gives everything back, and seals what came meanwhile', async () => {
    const { folder, cipher } = await keptVault();
    cipher.mood = 'locked';
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.keep(profile, tokenOf('c'));
    const forgotten = await vault.forget(other.id);
    expect(forgotten, 'it is still in the file').toMatchObject({
      problem: { code: 'not-saved', reason: 'unreadable' },
    });
    expect(found(vault, other), 'but forgotten here').toBe('none');
    cipher.mood = 'answers';
    expect(await vault.open()).toEqual({ kind: 'ok' });
    expect(vault.placeOf(profile)).toBe('sealed');
    expect(found(vault, profile)).toBe('c'.repeat(64));
    for (const name of ['vault.json', 'vault.json.bak'])
      expect((await envelopeIn(folder, name)).records.map(({ pid }) => pid)).toEqual([profile.id]);
  });

  test('does not keep the app from quitting', { tags: ['row-101', 'row-120'] }, async () => {
    const { folder, cipher } = await keptVault();
    cipher.mood = 'waits';
    const vault = vaultIn(folder, cipher, { patience: new KeyringTimeout(3_600_000, 1) });
    const opening = vault.open();
    while (!cipher.asked.includes('unwrap')) await new Promise(setImmediate);
    await vault.settle();
    expect(await opening).toEqual({ kind: 'keyring-locked' });
    expect(await vault.open(), 'nor a later question').toEqual({ kind: 'keyring-locked' });
    await vault.close();
  });

  test('while the first token is kept leaves it in memory', async () => {
    const cipher = new FakeCipher();
    cipher.mood = 'locked';
    const vault = vaultIn(await freshFolder(), cipher);
    expect(await vault.keep(profile, tokenOf('a'))).toEqual({ ok: true, value: 'memory' });
    expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'keyring-locked' });
  });
});

describe('a keyring that lost its key', () => {
  for (const how of ['gives garbage or an error', 'refuses for good'] as const) {
    test(`and ${how} leaves the vault untouched and new tokens in memory`, { tags: ['row-97'] }, async () => {
      const { folder, cipher } = await keptVault();
      const [before, backup] = [await bytesIn(folder), await bytesIn(folder, 'vault.json.bak')];
      if (how === 'refuses for good') cipher.mood = 'broken';
      else cipher.loseKey();
      const vault = vaultIn(folder, cipher);
      expect(await vault.open()).toEqual({ kind: 'keyring-lost' });
      expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'keyring-lost' });
      expect(found(vault, profile)).toBe('unreadable');
      expect(found(vault, other), 'which its backup does not have yet').toBe('unreadable');
      expect(await vault.keep(profile, tokenOf('c'))).toEqual({ ok: true, value: 'memory' });
      await vault.forget(other.id);
      await vault.close();
      expect(await bytesIn(folder)).toEqual(before);
      expect(await bytesIn(folder, 'vault.json.bak')).toEqual(backup);
      expect((await readdir(folder)).sort()).toEqual(['vault.json', 'vault.json.bak']);
    });
  }

  test('and gives the key of another vault is found out by the check value', {
    tags: ['row-97'],
  }, async () => {
    const { folder, cipher } = await keptVault();
    cipher.unwrap = async () => ({ text: Buffer.alloc(32, 7).toString('base64'), stale: false });
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'keyring-lost' });
  });

  test('is no reason to touch a vault of another system', async () => {
    const { folder } = await keptVault();
    const vault = vaultIn(folder, new FakeCipher('win32'));
    expect(await vault.open()).toEqual({ kind: 'keyring-lost' });
  });
});

describe('a key that is stale', () => {
  test('is wrapped again once, and the records stay as they are', { tags: ['row-100'] }, async () => {
    const { folder, cipher } = await keptVault();
    const before = await envelopeIn(folder);
    cipher.stale = true;
    cipher.tag = 'v12';
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'ok' });
    expect(cipher.asked).toEqual(['unwrap', 'isReady', 'wrap']);
    const after = await envelopeIn(folder);
    expect(after.records).toEqual(before.records);
    expect(after).toMatchObject({ gen: before.gen + 1, slots: [{ type: 'os', tag: 'v12' }] });
    expect(vault.storage).toMatchObject({ kind: 'sealed', by: 'desktop-portal' });
    cipher.stale = false;
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(found(again, profile)).toBe('a'.repeat(64));
  });

  test('is never wrapped with something weaker', { tags: ['row-99'] }, async () => {
    const { folder, cipher } = await keptVault();
    const before = await bytesIn(folder);
    cipher.stale = true;
    cipher.tag = 'v10';
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'ok' });
    expect(found(vault, profile)).toBe('a'.repeat(64));
    expect(await bytesIn(folder)).toEqual(before);
  });
});
