import type { Calls } from '../bridge.ts';
import type { DraftRequest } from '../profiles/profile.ts';
import { choices, type Settings } from '../settings.ts';
import { addingReaders, asDraft } from './adding.ts';
import { autoLogoutReaders } from './auto-logout.ts';
import { bulkLoginReaders } from './bulk-login.ts';
import { checkingReaders } from './checking.ts';
import { asChoice, connectionReaders } from './connection.ts';
import { faceReaders } from './face.ts';
import { diagnosticsReaders, journalReaders } from './journal.ts';
import { listPlaceReaders } from './list-place.ts';
import { asBoolean, asOneOf, asProfileId, asText, fields, MalformedMessage } from './parse.ts';
import { probeReaders } from './probe.ts';
import { remoteSessionReaders } from './remote-sessions.ts';
import { serverTableReaders } from './server-table.ts';
import { transferReaders } from './transfer.ts';
import { vaultReaders } from './vault.ts';

/** Longer than anything a person types; what is too long for its field gives a problem instead of an exception. */
const maxTextLength = 20_000;

type Readers = { readonly [Name in keyof Calls]: (raw: unknown) => Parameters<Calls[Name]>[0] };

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};

const oneProfile = (raw: unknown) => ({ profileId: asProfileId(fields(raw, ['profileId']).profileId) });

/** The reader of each call: turns an unknown message into a request, or throws `MalformedMessage`. */
export const readers: Readers = {
  readState: nothing,
  readDetails: oneProfile,
  addProfile: (raw) => readDraftRequest(fields(raw, ['draft', 'finding'])),
  editProfile: (raw) => {
    const found = fields(raw, ['profileId', 'draft', 'finding', 'choice']);
    const choice = found.choice === null ? null : asChoice(found.choice);
    return { profileId: asProfileId(found.profileId), ...readDraftRequest(found), choice };
  },
  removeProfile: (raw) => {
    const found = fields(raw, ['profileId', 'logOut']);
    return { profileId: asProfileId(found.profileId), logOut: asBoolean(found.logOut) };
  },
  markFavourite: (raw) => {
    const found = fields(raw, ['profileId', 'favourite']);
    return { profileId: asProfileId(found.profileId), favourite: asBoolean(found.favourite) };
  },
  login: (raw) => {
    const found = fields(raw, ['profileId', 'password', 'faceToken', 'keepPassword']);
    return {
      profileId: asProfileId(found.profileId),
      password: asText(found.password, maxTextLength),
      faceToken: found.faceToken === null ? null : asText(found.faceToken, maxTextLength),
      keepPassword: asBoolean(found.keepPassword),
    };
  },
  cancelLogin: oneProfile,
  logout: oneProfile,
  check: oneProfile,
  checkAll: nothing,
  trustCertificate: (raw) => {
    const found = fields(raw, ['profileId', 'fingerprint']);
    const fingerprint = asText(found.fingerprint, 64);
    if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new MalformedMessage('not a fingerprint');
    return { profileId: asProfileId(found.profileId), fingerprint };
  },
  copyHeader: (raw) => {
    const found = fields(raw, ['profileId', 'anyway']);
    return { profileId: asProfileId(found.profileId), anyway: asBoolean(found.anyway) };
  },
  clearClipboard: nothing,
  openInBrowser: oneProfile,
  changeSettings: (raw) => ({ settings: readSettings(fields(raw, ['settings']).settings) }),
  dismissNotice: (raw) => ({ noticeId: asText(fields(raw, ['noticeId']).noticeId, 100) }),
  showWindow: nothing,
  closeWindow: nothing,
  ...vaultReaders,
  ...journalReaders,
  ...diagnosticsReaders,
  ...connectionReaders,
  ...transferReaders,
  ...addingReaders,
  ...bulkLoginReaders,
  ...remoteSessionReaders,
  ...serverTableReaders,
  ...checkingReaders,
  ...faceReaders,
  ...autoLogoutReaders,
  ...probeReaders,
  ...listPlaceReaders,
};

/** The names of all calls, which are the channel names of the bridge. */
export const callNames = Object.keys(readers) as readonly (keyof Calls)[];

function readDraftRequest(raw: { readonly draft: unknown; readonly finding: unknown }): DraftRequest {
  return {
    draft: asDraft(raw.draft),
    finding: raw.finding === null ? null : asText(raw.finding, 100),
  };
}

function readSettings(raw: unknown): Partial<Settings> {
  if (typeof raw !== 'object' || raw === null) throw new MalformedMessage('not an object');
  const names = Object.keys(raw) as (keyof Settings)[];
  const found = fields(raw, names);
  const read: Record<string, unknown> = {};
  for (const name of names) {
    if (!Object.hasOwn(choices, name)) throw new MalformedMessage('unknown setting');
    read[name] = asOneOf<unknown>(found[name], choices[name]);
  }
  return read as Partial<Settings>;
}
