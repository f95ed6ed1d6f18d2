import { type BulkLoginCalls, maxBulkLogins } from '../sessions/bulk-login.ts';
import { asBoolean, asProfileId, asText, fields, MalformedMessage } from './parse.ts';

/** Longer than any name or password; what is too long for its field gives a problem instead of an exception. */
const maxTextLength = 20_000;

type Readers = {
  readonly [Name in keyof BulkLoginCalls]: (raw: unknown) => Parameters<BulkLoginCalls[Name]>[0];
};

const nothing = (raw: unknown): undefined => {
  if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
};

/** The readers of the calls about bulk log-ins. */
export const bulkLoginReaders: Readers = {
  beginBulkLogin: (raw) => {
    const found = fields(raw, ['userName', 'profileIds', 'password', 'domainAgreed']);
    const ids: unknown = found.profileIds;
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > maxBulkLogins)
      throw new MalformedMessage('not a list of some profiles');
    const profileIds = Array.from(ids, asProfileId);
    if (new Set(profileIds).size !== profileIds.length) throw new MalformedMessage('a profile twice');
    return {
      userName: asText(found.userName, maxTextLength),
      profileIds,
      password: asText(found.password, maxTextLength),
      domainAgreed: asBoolean(found.domainAgreed),
    };
  },
  cancelBulkLogin: nothing,
  closeBulkLogin: nothing,
};
