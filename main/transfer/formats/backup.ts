import * as v from 'valibot';
import { addressText, environments, type Profile } from '../../../contract/profiles/profile.ts';
import { maxEntries } from '../../../contract/transfer.ts';
import { type SessionFacts, savedProxy, sessionFacts } from '../../profiles/saved/profiles-schema.ts';
import { isTokenText } from '../../token/token.ts';
import { maxSecretSize } from '../../vault/crypto/vault-schema.ts';
import type { ImportedEntry } from './imported-entry.ts';
import type { PlainSecrets } from './secrets.ts';

const text = v.pipe(v.string(), v.maxLength(5_000));
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));

const entry = v.strictObject({
  name: text,
  address: text,
  userName: text,
  tags: v.pipe(v.array(text), v.maxLength(100)),
  environment: v.picklist(environments),
  favourite: v.boolean(),
  notes: v.optional(v.nullable(text), null),
  hidden: v.exactOptional(v.literal(true)),
  pin: v.nullable(hex(64)),
  /** Fingerprint of the custom CA; the certificate is not included, since a person has to choose its file. */
  authority: v.optional(v.nullable(hex(64)), null),
  /** Missing in older backups. */
  proxy: v.optional(v.nullable(savedProxy), null),
  deviceId: v.pipe(v.string(), v.maxLength(200)),
  session: v.nullable(sessionFacts),
  token: v.nullable(v.custom<string>(isTokenText)),
  password: v.nullable(text),
  /** The key and the chain of the client certificate. */
  clientKey: v.exactOptional(v.pipe(v.string(), v.maxLength(maxSecretSize))),
});

const content = v.strictObject({ profiles: v.pipe(v.array(entry), v.maxLength(maxEntries)) });

/** What a backup holds about one profile. */
export interface BackupEntry extends PlainSecrets {
  readonly profile: Profile;
  readonly session: SessionFacts | null;
}

/** Serializes the content of a backup before encryption. */
export function backupContent(all: readonly BackupEntry[]): string {
  const profiles = all.map(({ profile, session, token, password, clientKey }) => ({
    name: profile.name,
    address: addressText(profile.address),
    userName: profile.userName,
    tags: [...profile.tags],
    environment: profile.environment,
    favourite: profile.favourite,
    ...(profile.notes ? { notes: profile.notes } : {}),
    ...(profile.hidden ? { hidden: profile.hidden } : {}),
    pin: profile.tls.mode === 'pin' ? profile.tls.fingerprint : null,
    authority: profile.tls.mode === 'ca' ? profile.tls.fingerprint : null,
    proxy: profile.proxy,
    deviceId: profile.deviceId,
    session,
    token,
    password,
    ...(clientKey === null ? {} : { clientKey }),
  }));
  return JSON.stringify({ profiles } satisfies v.InferInput<typeof content>);
}

/** Parses the content of a decrypted backup; null if it is not valid. */
export function readBackupContent(raw: unknown): readonly ImportedEntry[] | null {
  const read = v.safeParse(content, raw);
  if (!read.success) return null;
  return read.output.profiles.map(({ deviceId, session, token, password, clientKey = null, ...rest }) => ({
    ...rest,
    kept: { deviceId, session, token, password, clientKey },
  }));
}
