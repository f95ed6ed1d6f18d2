import { type ChosenEntry, maxEntries, type TransferCalls } from '../transfer.ts';
import { asBoolean, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

/** Longer than any passphrase; what is too long gives a problem instead of an exception. */
const maxTextLength = 20_000;

type Readers = {
  readonly [Name in keyof TransferCalls]: (raw: unknown) => Parameters<TransferCalls[Name]>[0];
};

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};

/** The readers of the calls about import and export. */
export const transferReaders: Readers = {
  exportProfiles: (raw) => {
    const found = fields(raw, ['profileIds', 'withPins']);
    return { profileIds: asList(found.profileIds, asProfileId), withPins: asBoolean(found.withPins) };
  },
  backUp: (raw) => ({ passphrase: asText(fields(raw, ['passphrase']).passphrase, maxTextLength) }),
  chooseImport: nothing,
  openBackup: (raw) => {
    const found = fields(raw, ['planId', 'passphrase']);
    return { planId: asText(found.planId, 100), passphrase: asText(found.passphrase, maxTextLength) };
  },
  importChosen: (raw) => {
    const found = fields(raw, ['planId', 'chosen']);
    return { planId: asText(found.planId, 100), chosen: asList(found.chosen, asChosenEntry) };
  },
  dropImport: nothing,
};

function asChosenEntry(raw: unknown): ChosenEntry {
  const found = fields(raw, ['entry', 'withPin', 'withSecrets']);
  const { entry } = found;
  if (typeof entry !== 'number' || !Number.isInteger(entry) || entry < 0)
    throw new MalformedMessage('not the number of an entry');
  return { entry, withPin: asBoolean(found.withPin), withSecrets: asBoolean(found.withSecrets) };
}

function asList<Item>(raw: unknown, read: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(raw) || raw.length > maxEntries) throw new MalformedMessage('not a list of entries');
  return Array.from(raw, read);
}
