import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { Token } from '../../../main/token/token.ts';
import { openRecord, sealRecord } from '../../../main/vault/crypto/record.ts';
import type { Vault } from '../../../main/vault/vault.ts';
import { filesHolding } from '../../support/canary.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';
import { envelopeIn, found, plant, tokenOf, vaultIn } from '../../support/vault/opened-vault.ts';

const [one, two] = ['0a1b2c3d4e5f', '111111111111'];
const [profile, other] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];

function ending(vault: Vault, whose: Profile, id = one): string {
  const token = vault.findForLogout(whose, id);
  return token.kind === 'token' ? token.token.reveal() : token.kind;
}

/** A vault with a token in use and one of a pending log-out. */
async function withEnding() {
  const folder = await freshFolder();
  const cipher = new FakeCipher();
  const vault = vaultIn(folder, cipher);
  await vault.keep(profile, tokenOf('a'));
  await vault.keepForLogout(profile, tokenOf('a'), one);
  await vault.keep(other, tokenOf('b'));
  return { folder, cipher, vault };
}

describe('the token of a pending log-out', () => {
  test('is out of use, and there again after a restart', async () => {
    const { folder, cipher, vault } = await withEnding();
    expect([found(vault, profile), ending(vault, profile)]).toEqual(['none', 'a'.repeat(64)]);
    await vault.close();
    const reopened = vaultIn(folder, cipher);
    await reopened.open();
    expect([found(reopened, profile), ending(reopened, profile)]).toEqual(['none', 'a'.repeat(64)]);
    expect(reopened.pendingLogoutIds(profile.id)).toEqual([one]);
    expect(await filesHolding(folder, 'a'.repeat(64))).toEqual([]);
  });

  test('does not open for another address, trust, profile or pending log-out', {
    tags: ['row-79', 'row-80'],
  }, async () => {
    const { vault } = await withEnding();
    const evil = { ...profile, address: { origin: 'https://evil.example', basePath: '' } };
    const below = { ...profile, address: { ...profile.address, basePath: '/api' } };
    const pinned = { ...profile, tls: { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 } } as const;
    for (const whose of [evil, below, pinned]) expect(ending(vault, whose)).toBe('unreadable');
    expect(ending(vault, profile, two)).toBe('none');
    expect(ending(vault, other)).toBe('none');
  });

  test('does not become a token in use, or of another pending log-out, by editing the file', {
    tags: ['row-78'],
  }, async () => {
    const { folder, cipher, vault } = await withEnding();
    await vault.close();
    const envelope = await envelopeIn(folder);
    for (const kind of ['token', `ending-${two}`]) {
      const records = envelope.records.map((record) =>
        record.kind === `ending-${one}` ? { ...record, kind } : record,
      );
      await plant(folder, { ...envelope, records });
      const reopened = vaultIn(folder, cipher);
      await reopened.open();
      expect(found(reopened, profile)).not.toBe('a'.repeat(64));
      expect(ending(reopened, profile, two)).not.toBe('a'.repeat(64));
    }
  });

  test('is bound to its pending log-out, so that no other kind of record opens as it', {
    tags: ['row-78'],
  }, () => {
    const key = new Uint8Array(32).fill(7);
    const sealed = sealRecord(key, 'vault', profile, `ending-${one}`, 'a'.repeat(64));
    expect(openRecord(key, 'vault', profile, `ending-${one}`, sealed)).toBe('a'.repeat(64));
    expect(openRecord(key, 'vault', profile, 'token', sealed)).toBeNull();
    expect(openRecord(key, 'vault', profile, `ending-${two}`, sealed)).toBeNull();
  });

  test('does not affect a token from a new log-in', async () => {
    const { vault } = await withEnding();
    await vault.keep(profile, tokenOf('c'));
    await vault.keepForLogout(profile, tokenOf('d'), two);
    expect([found(vault, profile), ending(vault, profile, two)]).toEqual(['c'.repeat(64), 'd'.repeat(64)]);
    expect([...vault.pendingLogoutIds(profile.id)].toSorted()).toEqual([one, two]);
  });

  test('moves to a new trust, and does not open under the old one', async () => {
    const { vault } = await withEnding();
    const pinned = { ...profile, tls: { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 } } as const;
    await vault.resealForLogout(profile, pinned, one);
    expect([ending(vault, pinned), ending(vault, profile)]).toEqual(['a'.repeat(64), 'unreadable']);
  });

  test('is resealed with everything else, also one whose profile has moved', async () => {
    const { folder, cipher, vault } = await withEnding();
    const moved = { ...profile, address: { origin: 'https://10.0.4.8', basePath: '' } };
    expect((await vault.access.rotateKey([moved, other], null)).ok, 'without its old address').toBe(false);
    expect(await vault.access.rotateKey([moved, other, profile], null)).toMatchObject({ ok: true });
    await vault.close();
    const reopened = vaultIn(folder, cipher);
    await reopened.open();
    expect([ending(reopened, profile), found(reopened, other)]).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });

  test('is removed permanently, with its backup, alone or with its profile', {
    tags: ['row-112'],
  }, async () => {
    const { folder, vault } = await withEnding();
    await vault.keepForLogout(profile, tokenOf('d'), two);
    await vault.forget(profile.id, 'login');
    expect(ending(vault, profile), 'what ends a session outlives what logs in').toBe('a'.repeat(64));
    expect(await vault.forgetLogout(profile.id, one)).toMatchObject({ ok: true });
    expect([ending(vault, profile), ending(vault, profile, two)]).toEqual(['none', 'd'.repeat(64)]);
    await vault.forget(profile.id);
    for (const name of ['vault.json', 'vault.json.bak']) {
      const records = await envelopeIn(folder, name).then(
        (envelope) => envelope.records,
        () => [],
      );
      expect(
        records.filter(({ pid }) => pid === profile.id),
        name,
      ).toEqual([]);
    }
  });

  test('is in memory if nothing can be sealed, and sealed later', async () => {
    const folder = await freshFolder();
    const cipher = new FakeCipher();
    cipher.ready = false;
    const vault = vaultIn(folder, cipher);
    await vault.open();
    await vault.keep(profile, tokenOf('a'));
    await vault.keepForLogout(profile, tokenOf('a'), one);
    expect([found(vault, profile), ending(vault, profile)]).toEqual(['none', 'a'.repeat(64)]);
    expect(vault.isLogoutInMemory(profile, one)).toBe(true);
    cipher.ready = true;
    await vault.keep(other, tokenOf('b'));
    expect(vault.isLogoutInMemory(profile, one)).toBe(false);
    await vault.close();
    const reopened = vaultIn(folder, cipher);
    await reopened.open();
    expect([found(reopened, profile), ending(reopened, profile)]).toEqual(['none', 'a'.repeat(64)]);
  });

  test('is refused by a locked vault, which stays unchanged', async () => {
    const { vault } = await withEnding();
    await vault.access.lock();
    const token = new Token('e'.repeat(64));
    expect(await vault.keepForLogout(other, token, two)).toEqual({
      ok: false,
      problem: { code: 'locked' },
    });
    expect(ending(vault, other, two)).not.toBe('e'.repeat(64));
    expect(await vault.forgetLogout(profile.id, one)).toEqual({
      ok: false,
      problem: { code: 'store-not-open' },
    });
    await vault.access.unlock(null);
    expect([ending(vault, profile), found(vault, other)]).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });
});
