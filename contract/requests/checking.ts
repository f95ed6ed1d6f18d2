import type { CheckingCalls } from '../sessions/checking.ts';
import { asBoolean, asProfileId, fields, MalformedMessage } from './parse.ts';

type Readers = {
  readonly [Name in keyof CheckingCalls]: (raw: unknown) => Parameters<CheckingCalls[Name]>[0];
};

/** The readers of the calls about automatic checks. */
export const checkingReaders: Readers = {
  letCheckItself: (raw) => {
    const found = fields(raw, ['profileId', 'on']);
    return { profileId: asProfileId(found.profileId), on: asBoolean(found.on) };
  },
  networkMayHaveChanged: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
  },
  dismissRightsChange: (raw) => ({ profileId: asProfileId(fields(raw, ['profileId']).profileId) }),
};
