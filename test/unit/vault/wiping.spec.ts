import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { newDataKey } from '../../../main/vault/crypto/data-key.ts';
import { withDerivedKey } from '../../../main/vault/crypto/derived-key.ts';
import { fromKeyring } from '../../../main/vault/crypto/key-sources.ts';
import { KeyringTimeout } from '../../../main/vault/crypto/keyring-timeout.ts';
import { vaultFormat } from '../../../main/vault/crypto/vault-schema.ts';
import { Vault } from '../../../main/vault/vault.ts';
import { VaultAccess } from '../../../main/vault/vault-access.ts';
import { VaultContents } from '../../../main/vault/vault-contents.ts';
import { VaultFile } from '../../../main/vault/vault-file.ts';
import { openVaultFile } from '../../../main/vault/vault-opening.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import {
  envelopeIn,
  found,
  plant,
  tokenOf,
  twoGenerations,
  vaultIn,
} from '../../support/vault/opened-vault.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const [profile, other] = [sampleProfile({ name: 'One' }), sampleProfile({ name: 'Two' })];
const zeros = '00'.repeat(32);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The internals of an open vault, with a reference to its key. */
async function opened() {
  const { folder, cipher } = await twoGenerations(profile, other);
  const file = new VaultFile({ file: new DurableFile(join(folder, 'vault.json'), vaultFormat), cipher });
  await file.open();
  if (file.state.kind !== 'open') throw new Error('The vault is not open');
  const { contents } = file.state;
  return { folder, cipher, file, contents, key: contents.dataKey, access: new VaultAccess(file) };
}

describe('a lock', () => {
  test('wipes the bytes of the key before anything slow', async () => {
    const { access, key, contents } = await opened();
    expect(hex(key)).not.toBe(zeros);
    const locking = access.lock();
    expect(hex(key)).toBe(zeros);
    expect(contents.content.records, 'nor do the sealed records stay').toEqual([]);
    await locking;
  });

  test('wipes the key while the keyring blocks everything else', async () => {
    const { cipher, file, access, key } = await opened();
    cipher.mood = 'waits';
    void access.letKeyringOpen(true, null, []);
    await expect.poll(() => cipher.asked.at(-1)).toBe('wrap');
    file.memory.put({ profile, token: tokenOf('c'), kind: 'token' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const locking = access.lock();
    expect(hex(key)).toBe(zeros);
    await vi.advanceTimersByTimeAsync(2_000);
    await locking;
    expect(file.memory.all(), 'nor does a token stay in memory').toEqual([]);
  });

  test('closes a vault that is just being opened', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    cipher.mood = 'waits';
    const vault = vaultIn(folder, cipher);
    const opening = vault.open();
    await expect.poll(() => cipher.asked).toEqual(['unwrap']);
    const locking = vault.access.lock();
    cipher.answerAll();
    await Promise.all([opening, locking]);
    expect(found(vault, profile)).toBe('unreadable');
  });

  test('loses nothing that was being written', async () => {
    const { folder, cipher, file, access, contents } = await opened();
    file.memory.put({ profile, token: tokenOf('c'), kind: 'token' });
    void file.forget(other.id, 'all');
    await access.lock();
    expect(() => contents.put(profile, 'token', 'late')).toThrow('wiped');
    const again = vaultIn(folder, cipher);
    await again.open();
    expect([found(again, profile), found(again, other)]).toEqual(['c'.repeat(64), 'none']);
  });
});

describe('a key', () => {
  test('is wiped when the vault is closed', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    const keys: Uint8Array[] = [];
    const file = new DurableFile(join(folder, 'vault.json'), vaultFormat);
    const vault = new Vault({ file, cipher });
    await vault.open();
    const create = VaultContents.prototype.shut;
    VaultContents.prototype.shut = function (now) {
      keys.push(this.dataKey);
      create.call(this, now);
    };
    await vault.close();
    VaultContents.prototype.shut = create;
    expect(keys.map(hex)).toEqual([zeros]);
  });

  test('that a new one replaces is wiped', async () => {
    const { access, key } = await opened();
    expect(await access.rotateKey([profile, other], null)).toMatchObject({ ok: true });
    expect(hex(key)).toBe(zeros);
  });

  test('that was not put into use is wiped', async () => {
    const { access } = await opened();
    const put = vi.spyOn(VaultContents.prototype, 'put');
    expect(await access.rotateKey([profile], null)).toMatchObject({
      problem: { code: 'records-unreadable' },
    });
    const made = put.mock.contexts as VaultContents[];
    expect(made.map(({ dataKey }) => hex(dataKey))).toEqual([zeros]);
  });

  test('of files that were tampered with is wiped', async () => {
    const { folder, cipher } = await twoGenerations(profile, other);
    for (const name of ['vault.json', 'vault.json.bak'])
      await plant(folder, { ...(await envelopeIn(folder, name)), records: [] }, name);
    const file = new DurableFile(join(folder, 'vault.json'), vaultFormat);
    const keyring = fromKeyring(cipher, new KeyringTimeout());
    const keys: Uint8Array[] = [];
    const { opening } = await openVaultFile(file, async (envelope) => {
      const unwrapped = await keyring(envelope);
      if (unwrapped.kind === 'key') keys.push(unwrapped.key);
      return unwrapped;
    });
    expect(opening.kind).toBe('unreadable');
    expect(keys.map(hex)).toEqual([zeros]);
  });

  test('has its own memory, so that wiping it leaves no copy in the buffer pool', () => {
    const key = newDataKey();
    expect(key.buffer.byteLength).toBe(32);
  });

  test('that is derived from it is the one of HKDF, and is wiped after its work, also when that fails', () => {
    const dataKey = newDataKey();
    const salt = randomBytes(16);
    const seen: Uint8Array[] = [];
    const look = (key: Uint8Array) => {
      seen.push(key);
      return hex(key);
    };
    const expected = (info: string, with_: Uint8Array) =>
      Buffer.from(hkdfSync('sha256', dataKey, with_, `ffsm/v1/${info}`, 32)).toString('hex');
    expect(withDerivedKey(dataKey, 'record', look, salt)).toBe(expected('record', salt));
    expect(withDerivedKey(dataKey, 'kcv', look)).toBe(expected('kcv', new Uint8Array(0)));
    const failing = (key: Uint8Array) => {
      seen.push(key);
      throw new Error('failed');
    };
    expect(() => withDerivedKey(dataKey, 'file', failing)).toThrow('failed');
    expect(seen.map(hex)).toEqual([zeros, zeros, zeros]);
  });
});
