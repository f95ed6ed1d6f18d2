import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { withDerivedKey } from './derived-key.ts';
import type { SealedRecord } from './vault-schema.ts';

/** A token whose session has ended here, kept only until its server has ended it too; a profile can have several. */
export type PendingLogoutKind = `ending-${string}`;

/** A token that acts for its profile, or one that only waits for its end. */
export type TokenKind = 'token' | PendingLogoutKind;

/** What kind of secret a record holds. */
export type SecretKind = TokenKind | 'password';

/** How much of a profile's secrets is meant: its token, its token and its password, or all. */
export type Extent = 'token' | 'login' | 'all';

/** Is a record of this kind meant? */
export function isWithin(extent: Extent, kind: string): boolean {
  if (extent === 'all') return true;
  return kind === 'token' || (extent === 'login' && kind === 'password');
}

/** The kind of the record of a pending log-out. */
export function pendingLogoutKind(endingId: string): PendingLogoutKind {
  return `ending-${endingId}`;
}

/** The pending log-out that a record of this kind belongs to; null if it belongs to none. */
export function pendingLogoutIdOf(kind: string): string | null {
  return /^ending-([0-9a-f]{12})$/.exec(kind)?.[1] ?? null;
}

/** What a sealed record is good for: one profile, at one address, under one kind of trust. */
export function associatedData(vaultId: string, profile: Profile, kind: SecretKind): string {
  const { origin, basePath } = profile.address;
  const trusted = profile.tls.mode === 'system' ? '' : profile.tls.fingerprint;
  // SECURITY: with an edited address or trust the record no longer opens, so its token cannot be sent there.
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

/** TLS keeps a proxy from seeing anything; over plain HTTP it reads every token, so it must be the one that was chosen. */
function proxyOf({ address, proxy }: Profile): readonly string[] {
  return address.origin.startsWith('http:') && proxy.mode === 'fixed' ? [proxy.url] : [];
}

/** Seals a secret under a key of its own. */
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

/** Opens a record for exactly the profile it was sealed for, or says null. */
export function openRecord(
  dataKey: Uint8Array,
  vaultId: string,
  profile: Profile,
  kind: SecretKind,
  record: SealedRecord,
): string | null {
  try {
    const nonce = Buffer.from(record.nonce, 'base64');
    // SECURITY: without a length Node also takes a tag of 4 bytes, which can be guessed.
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
