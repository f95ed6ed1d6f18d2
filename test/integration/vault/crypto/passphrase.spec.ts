import { describe, expect, test, vi } from 'vitest';
import { emptyKey, newDataKey } from '../../../../main/vault/crypto/data-key.ts';
import { delayAfter } from '../../../../main/vault/crypto/passphrase.ts';
import { openWithPassphrase, sealUnderPassphrase } from '../../../../main/vault/crypto/passphrase-slot.ts';
import { freshFolder } from '../../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../../support/fixtures/profile.ts';
import { FakeCipher } from '../../../support/vault/fake-cipher.ts';
import {
  bytesIn,
  envelopeIn,
  found,
  plant,
  tokenOf,
  twoGenerations,
  vaultIn,
} from '../../../support/vault/opened-vault.ts';

// The real one, which records the keys that it returns.
vi.mock('../../../../main/vault/crypto/data-key.ts', { spy: true });

const [profile, other] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];
const passphrase = 'seven calm cranes';

/** A closed vault with keyring and passphrase. */
async function withPassphrase() {
  const { folder, cipher } = await twoGenerations(profile, other);
  const vault = vaultIn(folder, cipher);
  await vault.open();
  expect(await vault.access.setPassphrase(passphrase, null)).toEqual({ ok: true, value: undefined });
  expect(vault.storage).toMatchObject({ kind: 'sealed', by: 'secret-service', passphrase: true });
  await vault.close();
  return { folder, cipher };
}

describe('a passphrase', () => {
  test('opens the vault after the keyring lost the key, and gives the keyring a new one', async () => {
    const { folder, cipher } = await withPassphrase();
    cipher.loseKey();
    const vault = vaultIn(folder, cipher);
    expect(await vault.open()).toEqual({ kind: 'keyring-lost' });
    expect(vault.storage).toMatchObject({
      kind: 'memory-only',
      reason: 'keyring-lost',
      passphrase: true,
      sealedBy: 'secret-service',
    });
    expect(found(vault, profile)).toBe('unreadable');
    expect(await vault.access.unlock(passphrase)).toEqual({ ok: true, value: { kind: 'ok' } });
    expect(found(vault, profile)).toBe('a'.repeat(64));
    await vault.close();
    const again = vaultIn(folder, cipher);
    expect(await again.open(), 'by the keyring alone').toEqual({ kind: 'ok' });
    expect(found(again, other)).toBe('b'.repeat(64));
  });

  test('gives a keyring that lost the key a new one even if the window was locked in between', async () => {
    const { folder, cipher } = await withPassphrase();
    cipher.loseKey();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.access.lock();
    expect(await vault.access.unlock(passphrase)).toMatchObject({ ok: true });
    await vault.close();
    expect(await vaultIn(folder, cipher).open()).toEqual({ kind: 'ok' });
  });

  test('opens the vault without a keyring, and seals what is in memory', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    cipher.ready = false;
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(vault.storage).toMatchObject({ kind: 'memory-only', reason: 'no-keyring', missing: 'any' });
    expect(await vault.keep(profile, tokenOf('a'))).toEqual({ ok: true, value: 'memory' });
    expect(await vault.access.setPassphrase(passphrase, null)).toMatchObject({ ok: true });
    expect(vault.storage).toEqual({ kind: 'sealed', by: null, passphrase: true });
    expect(vault.placeOf(profile)).toBe('sealed');
    await vault.close();
    const again = vaultIn(folder, cipher);
    expect(await again.open()).toEqual({ kind: 'passphrase-needed' });
    expect(again.storage).toMatchObject({ reason: 'passphrase-needed', passphrase: true });
    expect(await again.access.unlock(passphrase)).toMatchObject({ ok: true });
    expect(found(again, profile)).toBe('a'.repeat(64));
    expect(await again.access.removePassphrase(passphrase)).toMatchObject({
      problem: { code: 'last-way-in' },
    });
    expect(await again.access.letKeyringOpen(true, passphrase, [profile, other])).toMatchObject({
      problem: { code: 'keyring-not-open', reason: 'no-keyring' },
    });
  });

  test('is offered, and nothing weaker is written, if a strong keyring became a weak one', {
    tags: ['row-99'],
  }, async () => {
    const { folder, cipher } = await withPassphrase();
    cipher.loseKey();
    cipher.tag = 'v10';
    const before = (await envelopeIn(folder)).slots;
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(vault.storage).toMatchObject({ reason: 'keyring-lost', passphrase: true });
    expect(await vault.access.unlock(passphrase)).toMatchObject({ ok: true });
    await vault.keep(profile, tokenOf('c'));
    expect((await envelopeIn(folder)).slots).toEqual(before);
  });

  test('entered wrongly causes growing delays, no lock-out and always the same message', {
    tags: ['row-106'],
    timeout: 90_000,
  }, async () => {
    const { folder, cipher } = await withPassphrase();
    cipher.loseKey();
    let now = Date.now();
    const vault = vaultIn(folder, cipher, { now: () => now });
    await vault.open();
    const before = await bytesIn(folder);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const wrong = await vault.access.unlock('not this one');
      expect(wrong).toEqual({ ok: false, problem: { code: 'passphrase-wrong' } });
      const wait = delayAfter(attempt + 1);
      waits.push(wait / 1_000);
      if (wait === 0) continue;
      expect(await vault.access.unlock(passphrase), 'too early, even for the right one').toEqual({
        ok: false,
        problem: { code: 'passphrase-later', seconds: wait / 1_000 },
      });
      now += wait;
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
    expect(await bytesIn(folder)).toEqual(before);
    expect(await vault.access.unlock(passphrase)).toMatchObject({ ok: true });
  });

  for (const [what, typed, code] of [
    ['an empty one', '', 'passphrase-too-short'],
    ['one of blanks that are one letter', 'ﬀ', 'passphrase-too-short'],
    ['one of a megabyte', 'a'.repeat(1_000_000), 'passphrase-too-long'],
  ] as const)
    test(`refuses ${what}`, { tags: ['row-107'] }, async () => {
      const { folder, cipher } = await twoGenerations(profile, other);
      const vault = vaultIn(folder, cipher);
      await vault.open();
      expect(await vault.access.setPassphrase(typed, null)).toMatchObject({ problem: { code } });
    });

  test('opens however the keyboard composes its letters', { tags: ['row-107'] }, async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const typed = 'Ångström café 🗝️ naïve';
    expect(await vault.access.setPassphrase(typed.normalize('NFC'), null)).toMatchObject({ ok: true });
    await vault.access.lock();
    expect(found(vault, profile)).toBe('unreadable');
    expect(await vault.access.unlock(typed.normalize('NFD'))).toMatchObject({ ok: true });
    expect(found(vault, profile)).toBe('a'.repeat(64));
  });

  test('is required for changing and removing it, and opens no backup afterwards', async () => {
    const { folder, cipher } = await withPassphrase();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const wrong = { ok: false, problem: { code: 'current-passphrase-wrong' } };
    expect(await vault.access.setPassphrase('another long one', null)).toEqual(wrong);
    expect(await vault.access.setPassphrase('another long one', 'guessed it')).toEqual(wrong);
    expect(await vault.access.setPassphrase('another long one', passphrase)).toMatchObject({ ok: true });
    expect((await envelopeIn(folder, 'vault.json.bak')).slots).toEqual((await envelopeIn(folder)).slots);
    await vault.access.lock();
    expect(await vault.access.unlock(passphrase)).toMatchObject({ problem: { code: 'passphrase-wrong' } });
    expect(await vault.access.unlock('another long one')).toMatchObject({ ok: true });
    expect(await vault.access.removePassphrase('another long one')).toMatchObject({ ok: true });
    expect((await envelopeIn(folder)).slots.map(({ type }) => type)).toEqual(['os']);
  });

  test('typed as a proof leaves no copy of the key in memory', async () => {
    const { folder, cipher } = await withPassphrase();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    vi.mocked(emptyKey).mockClear();
    expect(await vault.access.rotateKey([profile, other], passphrase)).toMatchObject({ ok: true });
    const opened = vi.mocked(emptyKey).mock.results.map(({ value }) => value);
    expect(opened).toEqual([new Uint8Array(32)]);
  });

  test('that was changed opens no earlier file in the place of the backup either', async () => {
    const { folder, cipher } = await withPassphrase();
    const earlier = await envelopeIn(folder);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.access.setPassphrase('another long one', passphrase);
    await vault.close();
    await plant(folder, earlier, 'vault.json.bak');
    cipher.loseKey();
    const again = vaultIn(folder, cipher);
    await again.open();
    expect(await again.access.unlock(passphrase)).toMatchObject({ problem: { code: 'passphrase-wrong' } });
    expect(again.storage, 'it waits for the right one').toMatchObject({ reason: 'passphrase-needed' });
    expect(await again.access.unlock('another long one')).toMatchObject({ ok: true });
  });

  test('is asked for at the start only if it is the only key source', async () => {
    const { folder, cipher } = await withPassphrase();
    expect(await vaultIn(folder, cipher).access.needsPassphrase()).toBe(false);
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.access.letKeyringOpen(false, passphrase, [profile, other]);
    await vault.close();
    expect(await vaultIn(folder, cipher).access.needsPassphrase()).toBe(true);
  });

  test('may be the only key source', async () => {
    const { folder, cipher } = await withPassphrase();
    const vault = vaultIn(folder, cipher);
    await vault.open();
    const before = await envelopeIn(folder);
    for (const [on, typed] of [
      [false, null],
      [false, 'not this one'],
      [true, null],
    ] as const)
      expect(await vault.access.letKeyringOpen(on, typed, [profile, other])).toMatchObject({
        problem: { code: 'current-passphrase-wrong' },
      });
    expect(await envelopeIn(folder)).toEqual(before);
    expect(await vault.access.letKeyringOpen(false, passphrase, [profile, other])).toMatchObject({
      ok: true,
    });
    expect((await envelopeIn(folder)).kcv, 'the keyring knows the key so far').not.toBe(before.kcv);
    expect((await envelopeIn(folder, 'vault.json.bak')).kcv).toBe((await envelopeIn(folder)).kcv);
    expect(vault.storage).toEqual({ kind: 'sealed', by: null, passphrase: true });
    await vault.close();
    const again = vaultIn(folder, cipher);
    cipher.asked.length = 0;
    expect(await again.open()).toEqual({ kind: 'passphrase-needed' });
    expect(cipher.asked, 'the keyring is left alone').toEqual([]);
    await again.access.unlock(passphrase);
    expect(again.storage, 'the keyring does not get the key').toMatchObject({ by: null });
    expect(await again.access.letKeyringOpen(true, passphrase, [profile, other])).toMatchObject({ ok: true });
    expect(found(again, profile)).toBe('a'.repeat(64));
    expect(again.storage).toMatchObject({ by: 'secret-service', passphrase: true });
  });

  test('of another vault, or with other parameters, opens nothing', async () => {
    const { folder, cipher } = await withPassphrase();
    const { slots, ...rest } = await envelopeIn(folder);
    cipher.loseKey();
    const weaker = slots.map((slot) =>
      slot.type === 'pass' ? { ...slot, kdf: { ...slot.kdf, p: 2 } } : slot,
    );
    await plant(folder, { ...rest, slots: weaker });
    await plant(folder, { ...rest, slots: weaker }, 'vault.json.bak');
    const vault = vaultIn(folder, cipher);
    await vault.open();
    expect(await vault.access.unlock(passphrase)).toMatchObject({ problem: { code: 'passphrase-wrong' } });
  });

  for (const [what, kdf] of [
    ['two to the thirtieth rounds', { N: 2 ** 30 }],
    ['blocks of a million', { r: 1_000_000 }],
    ['no lane', { p: 0 }],
    ['no salt', { salt: undefined }],
  ] as const)
    test(`with ${what} is not tried`, { tags: ['row-83'] }, async () => {
      const { folder, cipher } = await withPassphrase();
      const { slots, ...rest } = await envelopeIn(folder);
      const hostile = slots.map((slot) =>
        slot.type === 'pass' ? { ...slot, kdf: { ...slot.kdf, ...kdf } } : slot,
      );
      for (const name of ['vault.json', 'vault.json.bak'])
        await plant(folder, { ...rest, slots: hostile }, name);
      const vault = vaultIn(folder, cipher);
      expect(await vault.open()).toMatchObject({ kind: 'unreadable' });
    });
});

describe('a slot under a passphrase', () => {
  test('opens in its own vault only, with exactly its parameters', async () => {
    const key = newDataKey();
    const slot = await sealUnderPassphrase(key, 'one', passphrase);
    expect(await openWithPassphrase(slot, 'one', passphrase)).toEqual(key);
    expect(await openWithPassphrase(slot, 'another', passphrase)).toBeNull();
    // The first four bytes of the valid tag, which Node accepts without `authTagLength`.
    const short = Buffer.from(slot.tag, 'base64').subarray(0, 4).toString('base64');
    expect(await openWithPassphrase({ ...slot, tag: short }, 'one', passphrase)).toBeNull();
  });

  test('is derived in another thread', {
    tags: ['row-132'],
  }, async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await sealUnderPassphrase(newDataKey(), 'one', passphrase);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
