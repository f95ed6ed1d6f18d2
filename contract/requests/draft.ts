import { type Draft, environments } from '../profiles/profile.ts';
import { asOneOf, asText, asTexts, fields } from './parse.ts';

/** Longer than anything a person types; what is merely too long for its field gets a sentence, not an exception. */
const longestText = 20_000;

/** A draft, whatever is typed in it, or throws MalformedMessage. */
export function asDraft(raw: unknown): Draft {
  const found = fields(raw, ['address', 'name', 'userName', 'tags', 'environment']);
  return {
    address: asText(found.address, longestText),
    name: asText(found.name, longestText),
    userName: asText(found.userName, longestText),
    tags: asTexts(found.tags, 1_000, longestText),
    environment: asOneOf(found.environment, environments),
  };
}
