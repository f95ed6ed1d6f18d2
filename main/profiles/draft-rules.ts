import type { Draft, Profile, ServerAddress } from '../../contract/profile.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { readAddress } from './address-rules.ts';

/** The longest name of a profile, in characters. */
export const longestName = 80;
/** The longest user name, in characters; FindFace itself allows fewer. */
export const longestUserName = 256;
/** The longest tag, in characters. */
export const longestTag = 40;
/** The most tags of a profile. */
export const mostTags = 20;

/** The part of a profile that a draft decides. */
export type AcceptedDraft = Pick<Profile, 'name' | 'address' | 'userName' | 'tags' | 'environment'>;

/**
 * Reads a draft, or says what in it cannot be used.
 *
 * `takenNames` are the names of the other profiles: no two profiles have the same one.
 */
export function acceptDraft(draft: Draft, takenNames: readonly string[]): Result<AcceptedDraft> {
  const address = readAddress(draft.address);
  if (!address.ok) return address;
  const typedName = tidy(draft.name);
  if (lengthOf(typedName) > longestName) return fail({ code: 'name-too-long', longest: longestName });
  const userName = readUserName(draft.userName);
  if (!userName.ok) return userName;
  const tags = readTags(draft.tags);
  if (!tags.ok) return tags;
  const wantedName = typedName === '' ? hostOf(address.value) : typedName;
  return ok({
    name: freeName(cut(wantedName, longestName), takenNames),
    address: address.value,
    userName: userName.value,
    tags: tags.value,
    environment: draft.environment,
  });
}

/** The name itself, or with the first free number behind it if it is taken in any spelling. */
export function freeName(name: string, taken: readonly string[]): string {
  const spellings = new Set(taken.map(spelling));
  let free = name;
  for (let number = 2; spellings.has(spelling(free)); number += 1) {
    const suffix = ` ${number}`;
    free = cut(name, longestName - suffix.length).trimEnd() + suffix;
  }
  return free;
}

function readUserName(typed: string): Result<string> {
  const userName = typed.trim();
  if (userName === '') return fail({ code: 'user-name-missing' });
  // A login sends `name:password`, so a colon in the name would move the border between the two.
  if (userName.includes(':')) return fail({ code: 'user-name-has-colon' });
  if (/\p{Cc}/u.test(userName)) return fail({ code: 'user-name-has-control-characters' });
  if (lengthOf(userName) > longestUserName)
    return fail({ code: 'user-name-too-long', longest: longestUserName });
  return ok(userName);
}

function readTags(typed: readonly string[]): Result<readonly string[]> {
  const tags = new Map<string, string>();
  for (const tag of typed.map(tidy)) {
    if (lengthOf(tag) > longestTag) return fail({ code: 'tag-too-long', longest: longestTag });
    if (tag !== '' && !tags.has(spelling(tag))) tags.set(spelling(tag), tag);
  }
  if (tags.size > mostTags) return fail({ code: 'too-many-tags', most: mostTags });
  return ok([...tags.values()]);
}

/** Takes out what a text field cannot show: line breaks, other control characters, changes of the reading direction. */
function tidy(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

function hostOf({ origin }: ServerAddress): string {
  return new URL(origin).host;
}

function spelling(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function cut(text: string, longest: number): string {
  return Array.from(text).slice(0, longest).join('');
}
