import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { isEncrypted, type Profile } from '../../../contract/profiles/profile.ts';
import { withDerivedKey } from './derived-key.ts';
import type { SealedRecord } from './vault-schema.ts';

/** A token whose session ended here, kept until its server has ended it too; a profile may have several. */
export type PendingLogoutKind = `ending-${string}`;

/** A token in use, or one of a pending log-out. */
export type TokenKind = 'token' | PendingLogoutKind;

/** The kind of a secret in a record. */
export type SecretKind = TokenKind | 'password' | 'client-key' | 'programs';

/** Which secrets of a profile are meant: its token, its token and password, or all. */
export type Extent = 'token' | 'login' | 'all';

/** Whether `extent` includes records of this kind. */
export function isWithin(extent: Extent, kind: string): boolean {
  if (extent === 'all') return true;
  return kind === 'token' || (extent === 'login' && kind === 'password');
}

/** The kind of a pending log-out's record. */
export function pendingLogoutKind(endingId: string): PendingLogoutKind {
  return `ending-${endingId}`;
}

/** The ID of the pending log-out in a kind; null for other kinds. */
export function pendingLogoutIdOf(kind: string): string | null {
  return /^ending-([0-9a-f]{12})$/.exec(kind)?.[1] ?? null;
}

/** The associated data of a record, which binds it to one profile, address, trust and kind. */
export function associatedData(vaultId: string, profile: Profile, kind: SecretKind): string {
  const { origin, basePath } = profile.address;
  const trusted = profile.tls.mode === 'system' ? '' : profile.tls.fingerprint;
  // SECURITY: with an edited address or trust the record does not decrypt, so its token cannot be sent there.
  return JSON.stringify([
    'ffsm-vault',
    1,
    vaultId,
    profile.id,
    kind,
    origin,
    basePath,
    profile.tls.mode,
    trusted,
    ...proxyOf(profile),
  ]);
}

/** The proxy is part of it over plain HTTP only, where it can read every token. */
function proxyOf({ address, proxy }: Profile): readonly string[] {
  return !isEncrypted(address) && proxy.mode === 'fixed' ? [proxy.url] : [];
}

/** Encrypts a secret with its own derived key. */
export function sealRecord(
  dataKey: Uint8Array,
  vaultId: string,
  profile: Profile,
  kind: SecretKind,
  secret: string,
): SealedRecord {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const make = (key: Uint8Array) => createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  const cipher = withDerivedKey(dataKey, 'record', make, salt);
  cipher.setAAD(Buffer.from(associatedData(vaultId, profile, kind)));
  const ct = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return {
    pid: profile.id,
    kind,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    ct: ct.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** Decrypts a record for exactly the profile it was sealed for; else null. */
export function openRecord(
  dataKey: Uint8Array,
  vaultId: string,
  profile: Profile,
  kind: SecretKind,
  record: SealedRecord,
): string | null {
  try {
    const nonce = Buffer.from(record.nonce, 'base64');
    // SECURITY: without `authTagLength` Node accepts tags of 4 bytes, which can be guessed.
    const make = (key: Uint8Array) => createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    const decipher = withDerivedKey(dataKey, 'record', make, Buffer.from(record.salt, 'base64'));
    decipher.setAAD(Buffer.from(associatedData(vaultId, profile, kind)));
    decipher.setAuthTag(Buffer.from(record.tag, 'base64'));
    const opened = decipher.update(record.ct, 'base64');
    try {
      decipher.final();
      return opened.toString('utf8');
    } finally {
      opened.fill(0);
    }
  } catch {
    return null;
  }
}
