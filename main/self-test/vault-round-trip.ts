import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { noAutoLogout } from '../../contract/profiles/auto-logout.ts';
import { asProfileId, type Profile } from '../../contract/profiles/profile.ts';
import { DurableFile } from '../files/durable-file.ts';
import { Token } from '../token/token.ts';
import type { Cipher } from '../vault/crypto/cipher.ts';
import { vaultFormat } from '../vault/crypto/vault-schema.ts';
import { Vault } from '../vault/vault.ts';
import type { Finding } from './self-test.ts';

/**
 * Seals a token in a new vault in `folder`, and opens it again as after a restart: with the keyring if there is one, and
 * with a passphrase.
 */
export async function vaultRoundTrip(folder: string, cipher: Cipher): Promise<Finding> {
  const token = new Token(randomBytes(32).toString('hex'));
  const passphrase = randomBytes(16).toString('hex');
  const profile = anyProfile();
  const vaultHere = () =>
    new Vault({ file: new DurableFile(join(folder, 'vault.json'), vaultFormat), cipher });

  const first = vaultHere();
  await first.open();
  const hasKeyring = first.storage.kind === 'sealed';
  const set = await first.access.setPassphrase(passphrase, null);
  if (!set.ok) return { ok: false, found: `The passphrase was not set: ${set.problem.code}.` };
  const kept = await first.keep(profile, token);
  await first.close();
  if (!kept.ok || kept.value !== 'sealed') return { ok: false, found: 'The token was not sealed.' };

  const opensWith = async (how: string | null) => {
    const second = vaultHere();
    try {
      await second.access.unlock(how);
      const found = second.find(profile);
      return found.kind === 'token' && found.token.reveal() === token.reveal();
    } finally {
      await second.close();
    }
  };
  const failed = [
    ...((await opensWith(passphrase)) ? [] : ['the passphrase']),
    ...(!hasKeyring || (await opensWith(null)) ? [] : ['the keyring']),
  ];
  if (failed.length > 0) return { ok: false, found: `The vault did not open with ${failed.join(' and ')}.` };
  return { ok: true, found: hasKeyring ? 'keyring and passphrase' : 'passphrase; no keyring is here' };
}

function anyProfile(): Profile {
  return {
    id: asProfileId(randomUUID()),
    ...{ name: 'Self-test', address: { origin: 'https://self-test.invalid', basePath: '' } },
    ...{ userName: 'self-test', tags: [], environment: 'none', favourite: false, deviceId: 'self-test' },
    ...{ tls: { mode: 'system' }, proxy: { mode: 'system' }, lease: noAutoLogout },
  };
}
