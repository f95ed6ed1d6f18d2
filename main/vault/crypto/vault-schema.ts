import * as v from 'valibot';
import { isProfileId, type ProfileId } from '../../../contract/profiles/profile.ts';
import { sealers } from '../../../contract/state.ts';
import { type FileFormat, versionedJsonFormat } from '../../files/file-format.ts';
import { maxTokenLength } from '../../token/token.ts';
import { base64 } from './base64-schema.ts';
import { kdfSchema } from './kdf.ts';
import { wrapTags } from './wrap-tag.ts';

/** In bytes; a token takes about 400, and the key of a client certificate with its chain up to 35,000. */
const maxVaultSize = 64 * 1024 * 1024;

/** In bytes; of the longest secret, the key of a client certificate with its chain. */
export const maxSecretSize = 24 * 1024;

/** In characters of base64: of any other secret. */
const maxTokenText = Math.ceil((2 * maxTokenLength) / 3) * 4;

const word = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));

/** The data key wrapped by the system for this user. */
const osSlot = v.strictObject({
  id: word,
  type: v.literal('os'),
  platform: v.picklist(['linux', 'darwin', 'win32']),
  tag: v.picklist(wrapTags),
  appName: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** The program that held the key at the time, named if the key is lost. */
  by: v.optional(v.picklist(sealers)),
  wrapped: base64(4, 4096),
});

/** The data key wrapped under a passphrase. */
const passSlot = v.strictObject({
  id: word,
  type: v.literal('pass'),
  kdf: kdfSchema,
  alg: v.literal('A256GCM'),
  nonce: base64(12),
  ct: base64(32),
  tag: base64(16),
});

/** A sealed secret of one profile. Unknown kinds are kept unchanged. */
const record = v.pipe(
  v.strictObject({
    pid: v.custom<ProfileId>(isProfileId),
    kind: word,
    salt: base64(16),
    nonce: base64(12),
    ct: base64(1, maxSecretSize),
    // SECURITY: shorter tags are easier to forge, and Node would accept them.
    tag: base64(16),
  }),
  v.check(({ kind, ct }) => kind === 'client-key' || ct.length <= maxTokenText),
);

const envelope = v.strictObject({
  fmt: v.literal('ffsm-vault'),
  v: v.literal(1),
  minReader: v.literal(1),
  vaultId: uuid,
  /** Grows by one with every change, independent of the clock. */
  gen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  updatedAt: moment,
  slots: v.pipe(v.array(v.variant('type', [osSlot, passSlot])), v.minLength(1), v.maxLength(8)),
  kcv: base64(16),
  records: v.pipe(
    v.array(record),
    v.maxLength(20_000),
    v.check((records) => new Set(records.map(({ pid, kind }) => `${pid} ${kind}`)).size === records.length),
  ),
  mac: base64(32),
});

/** The content of `vault.json`, version 1. */
export type Envelope = v.InferOutput<typeof envelope>;

/** A wrapped copy of the data key. */
export type Slot = Envelope['slots'][number];

/** A slot of the keyring. */
export type OsSlot = v.InferOutput<typeof osSlot>;

/** A slot of a passphrase. */
export type PassSlot = v.InferOutput<typeof passSlot>;

/** A sealed secret. */
export type SealedRecord = v.InferOutput<typeof record>;

/** The keyring slot for this platform, if there is one. */
export function findOsSlot({ slots }: Pick<Envelope, 'slots'>, platform: OsSlot['platform']): OsSlot | null {
  return slots.find((slot): slot is OsSlot => slot.type === 'os' && slot.platform === platform) ?? null;
}

/** Whether a slot is a passphrase slot. */
export function isPassSlot(slot: Slot): slot is PassSlot {
  return slot.type === 'pass';
}

/** The format of `vault.json`. */
export const vaultFormat: FileFormat<Envelope> = versionedJsonFormat({
  fmt: 'ffsm-vault',
  version: 1,
  largest: maxVaultSize,
  schema: envelope,
  generation: ({ vaultId, gen }) => ({ id: vaultId, gen }),
});
