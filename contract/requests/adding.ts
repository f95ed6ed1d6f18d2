import type { AddingCalls } from '../profiles/adding.ts';
import { type Draft, environments } from '../profiles/profile.ts';
import { asBoolean, asOneOf, asProfileId, asText, asTexts, fields, MalformedMessage } from './parse.ts';

type AddingReaders = {
  readonly [Name in keyof AddingCalls]: (raw: unknown) => Parameters<AddingCalls[Name]>[0];
};

const maxTextLength = 20_000;

/** The readers of the calls that add servers and accounts. */
export const addingReaders: AddingReaders = {
  addByLogin: (raw) => {
    const names = ['draft', 'finding', 'like', 'password', 'faceToken', 'keepPassword'] as const;
    const found = fields(raw, names);
    return {
      draft: asDraft(found.draft),
      finding: found.finding === null ? null : asText(found.finding, 100),
      like: found.like === null ? null : asProfileId(found.like),
      password: asText(found.password, maxTextLength),
      faceToken: found.faceToken === null ? null : asText(found.faceToken, maxTextLength),
      keepPassword: asBoolean(found.keepPassword),
    };
  },
  cancelAdding: (raw) => {
    if (raw !== undefined) throw new MalformedMessage('this call takes nothing');
  },
  addAccount: (raw) => {
    const found = fields(raw, ['profileId', 'draft']);
    return { profileId: asProfileId(found.profileId), draft: asDraft(found.draft) };
  },
};

/** Reads a draft with any content; throws `MalformedMessage`. */
export function asDraft(raw: unknown): Draft {
  const found = fields(raw, ['address', 'name', 'userName', 'tags', 'environment']);
  return {
    address: asText(found.address, maxTextLength),
    name: asText(found.name, maxTextLength),
    userName: asText(found.userName, maxTextLength),
    tags: asTexts(found.tags, 1_000, maxTextLength),
    environment: asOneOf(found.environment, environments),
  };
}
