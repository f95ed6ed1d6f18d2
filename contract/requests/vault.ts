import type { VaultCalls } from '../vault.ts';
import { asBoolean, asOneOf, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

/** Longer than any passphrase; what is too long gives a problem instead of an exception. */
const maxTextLength = 20_000;

type Readers = { readonly [Name in keyof VaultCalls]: (raw: unknown) => Parameters<VaultCalls[Name]>[0] };

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};
const oneProfile = (raw: unknown) => ({ profileId: asProfileId(fields(raw, ['profileId']).profileId) });
const asTextOrNull = (raw: unknown) => (raw === null ? null : asText(raw, maxTextLength));

/** The readers of the calls about the vault. */
export const vaultReaders: Readers = {
  lock: nothing,
  unlock: (raw) => ({ passphrase: asTextOrNull(fields(raw, ['passphrase']).passphrase) }),
  retryKeyring: nothing,
  chooseStorage: (raw) => ({ choice: asOneOf(fields(raw, ['choice']).choice, ['memory', 'later'] as const) }),
  setPassphrase: (raw) => {
    const found = fields(raw, ['passphrase', 'current']);
    return { passphrase: asText(found.passphrase, maxTextLength), current: asTextOrNull(found.current) };
  },
  removePassphrase: (raw) => ({ current: asText(fields(raw, ['current']).current, maxTextLength) }),
  letKeyringOpen: (raw) => {
    const found = fields(raw, ['on', 'passphrase']);
    return { on: asBoolean(found.on), passphrase: asTextOrNull(found.passphrase) };
  },
  rotateKey: (raw) => ({ passphrase: asTextOrNull(fields(raw, ['passphrase']).passphrase) }),
  replaceVault: (raw) => ({ word: asText(fields(raw, ['word']).word, maxTextLength) }),
  loginAgain: oneProfile,
  forgetPassword: oneProfile,
};
