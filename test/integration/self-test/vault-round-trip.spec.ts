import { describe, expect, test } from 'vitest';
import { vaultRoundTrip } from '../../../main/self-test/vault-round-trip.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { FakeCipher } from '../../support/vault/fake-cipher.ts';

describe('the round trip of the vault', () => {
  test('proves keyring and passphrase', async () => {
    const finding = await vaultRoundTrip(await freshFolder(), new FakeCipher());
    expect(finding).toEqual({ ok: true, found: 'keyring and passphrase' });
  });

  test('proves the passphrase where no keyring is', async () => {
    const cipher = new FakeCipher();
    cipher.ready = false;
    const finding = await vaultRoundTrip(await freshFolder(), cipher);
    expect(finding).toEqual({ ok: true, found: 'passphrase; no keyring is here' });
  });

  test('fails if the keyring returns another key', async () => {
    const cipher = new FakeCipher();
    const unwrap = cipher.unwrap.bind(cipher);
    cipher.unwrap = async (bytes) => ({
      ...(await unwrap(bytes)),
      text: Buffer.alloc(32).toString('base64'),
    });
    const finding = await vaultRoundTrip(await freshFolder(), cipher);
    expect(finding).toEqual({ ok: false, found: 'The vault did not open with the keyring.' });
  });
});
