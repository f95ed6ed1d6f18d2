import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { emptyKey } from './data-key.ts';
import { canonicalJson } from './envelope-mac.ts';
import { deriveKey, type Kdf, newKdf } from './kdf.ts';
import type { PassSlot } from './vault-schema.ts';

/** Wraps the data key of a vault under a passphrase. */
export async function sealUnderPassphrase(
  dataKey: Uint8Array,
  vaultId: string,
  passphrase: string,
  kdf: Kdf = newKdf(),
): Promise<PassSlot> {
  const key = await deriveKey(passphrase, kdf);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAAD(slotAssociatedData(vaultId, kdf));
  const ct = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  key.fill(0);
  const [nonceText, ctText] = [nonce.toString('base64'), ct.toString('base64')];
  const tag = cipher.getAuthTag().toString('base64');
  return { id: 'pass-1', type: 'pass', kdf, alg: 'A256GCM', nonce: nonceText, ct: ctText, tag };
}

/** Unwraps the data key; null if the passphrase is wrong or the slot belongs to another vault. */
export async function openWithPassphrase(
  { kdf, nonce, ct, tag }: PassSlot,
  vaultId: string,
  passphrase: string,
): Promise<Uint8Array | null> {
  const key = await deriveKey(passphrase, kdf);
  try {
    // SECURITY: without `authTagLength` Node accepts tags of 4 bytes, which can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(slotAssociatedData(vaultId, kdf));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const opened = decipher.update(ct, 'base64');
    try {
      decipher.final();
      const dataKey = emptyKey();
      dataKey.set(opened);
      return dataKey;
    } finally {
      opened.fill(0);
    }
  } catch {
    return null;
  } finally {
    key.fill(0);
  }
}

function slotAssociatedData(vaultId: string, kdf: Kdf): Buffer {
  return Buffer.from(canonicalJson(['ffsm-vault', 1, 'pass', vaultId, kdf]));
}
