import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { base64 } from '../../vault/crypto/base64-schema.ts';
import { canonicalJson } from '../../vault/crypto/envelope-mac.ts';
import { deriveKey, type Kdf, kdfSchema, newKdf } from '../../vault/crypto/kdf.ts';

/** Maximum size of the decompressed content, in bytes. */
const maxContentSize = 64 * 1024 * 1024;

const backup = v.strictObject({
  fmt: v.literal('ffsm-backup'),
  v: v.literal(1),
  minReader: v.literal(1),
  // SECURITY: validated before the passphrase is asked for.
  kdf: kdfSchema,
  /** Key check value: distinguishes a wrong passphrase from a modified file. */
  kcv: base64(16),
  zip: v.literal('gzip'),
  alg: v.literal('A256GCM'),
  nonce: base64(12),
  // SECURITY: shorter tags are easier to forge, and Node would accept them.
  tag: base64(16),
  ct: base64(1, 10_000_000),
});

/** A backup as stored in its file. */
export type SealedBackup = v.InferOutput<typeof backup>;

/** The result of opening a backup. */
export type OpenedBackup =
  | { readonly kind: 'open'; readonly content: Uint8Array }
  | { readonly kind: 'wrong-passphrase' | 'broken' };

/** Encrypts the content of a backup under its own passphrase. */
export async function sealBackup(
  content: string,
  passphrase: string,
  kdf: Kdf = newKdf(),
): Promise<SealedBackup> {
  const packed = await promisify(gzip)(Buffer.from(content, 'utf8'));
  const key = await deriveKey(passphrase, kdf);
  const head: Head = {
    ...{ fmt: 'ffsm-backup', v: 1, minReader: 1, kdf, kcv: keyCheckValue(key, kdf.salt).toString('base64') },
    ...{ zip: 'gzip', alg: 'A256GCM', nonce: randomBytes(12).toString('base64') },
  };
  const contentKey = subKey(key, 'content');
  const nonce = Buffer.from(head.nonce, 'base64');
  const cipher = createCipheriv('aes-256-gcm', contentKey, nonce, { authTagLength: 16 });
  cipher.setAAD(backupAssociatedData(head));
  const ct = Buffer.concat([cipher.update(packed), cipher.final()]);
  key.fill(0);
  contentKey.fill(0);
  return { ...head, tag: cipher.getAuthTag().toString('base64'), ct: ct.toString('base64') };
}

/** Parses a backup file; null if it is not valid. All parameters are validated before anything is computed. */
export function readSealedBackup(raw: unknown): SealedBackup | null {
  const read = v.safeParse(backup, raw);
  return read.success ? read.output : null;
}

/** Decrypts a backup. */
export async function openSealedBackup(sealed: SealedBackup, passphrase: string): Promise<OpenedBackup> {
  const { tag, ct, ...head } = sealed;
  const key = await deriveKey(passphrase, head.kdf);
  const contentKey = subKey(key, 'content');
  try {
    const isRight = timingSafeEqual(keyCheckValue(key, head.kdf.salt), Buffer.from(head.kcv, 'base64'));
    if (!isRight) return { kind: 'wrong-passphrase' };
    const nonce = Buffer.from(head.nonce, 'base64');
    // SECURITY: without `authTagLength` Node accepts tags of 4 bytes, which can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', contentKey, nonce, { authTagLength: 16 });
    decipher.setAAD(backupAssociatedData(head));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const packed = Buffer.concat([decipher.update(ct, 'base64'), decipher.final()]);
    return { kind: 'open', content: await promisify(gunzip)(packed, { maxOutputLength: maxContentSize }) };
  } catch {
    return { kind: 'broken' };
  } finally {
    key.fill(0);
    contentKey.fill(0);
  }
}

type Head = Omit<SealedBackup, 'tag' | 'ct'>;

/** Everything outside the ciphertext, so that none of it can be modified either. */
function backupAssociatedData(head: Head): Buffer {
  return Buffer.from(canonicalJson(head));
}

function keyCheckValue(key: Uint8Array, salt: string): Buffer {
  return createHmac('sha256', subKey(key, 'kcv')).update(salt).digest().subarray(0, 16);
}

function subKey(key: Uint8Array, purpose: 'content' | 'kcv'): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `ffsm/v1/backup/${purpose}`, 32));
}
