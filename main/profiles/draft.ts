import { fail, ok, type Result } from '../../contract/core/result.ts';
import {
  addressText,
  type Draft,
  type Profile,
  type ServerAddress,
} from '../../contract/profiles/profile.ts';
import { readAddress } from './address.ts';
import { foldLookAlikes, withoutUnseen } from './look-alikes.ts';

/** Maximum length of a profile's name, in characters. */
const maxNameLength = 80;
/** Maximum length of a user name, in characters; FindFace itself allows less. */
const maxUserNameLength = 256;
/** Maximum length of a tag, in characters. */
const maxTagLength = 40;
/** Maximum number of tags of a profile. */
const maxTags = 20;
/** Maximum length of the notes of a profile, in characters. */
const maxNotesLength = 1_000;

/** The fields of a profile that come from a draft; empty notes remove those of an edited profile. */
export type AcceptedDraft = Pick<Profile, 'name' | 'address' | 'userName' | 'tags' | 'environment' | 'notes'>;

/**
 * Validates a draft; fails with the problem of the first bad field.
 *
 * `takenNames`: the names of the other profiles, since names are unique.
 */
export function acceptDraft(draft: Draft, takenNames: readonly string[] | TakenNames): Result<AcceptedDraft> {
  const address = readAddress(draft.address);
  if (!address.ok) return address;
  const typedName = tidy(draft.name);
  if (countCharacters(typedName) > maxNameLength)
    return fail({ code: 'name-too-long', longest: maxNameLength });
  const userName = readUserName(draft.userName);
  if (!userName.ok) return userName;
  const tags = readTags(draft.tags);
  if (!tags.ok) return tags;
  const notes = draft.notes === undefined ? null : tidyLines(draft.notes);
  if (notes !== null && countCharacters(notes) > maxNotesLength)
    return fail({ code: 'notes-too-long', longest: maxNotesLength });
  const wantedName = typedName === '' ? readHost(address.value) : typedName;
  return ok({
    name: (takenNames instanceof TakenNames ? takenNames : new TakenNames(takenNames)).free(
      cut(wantedName, maxNameLength),
    ),
    address: address.value,
    userName: userName.value,
    tags: tags.value,
    environment: draft.environment,
    ...(notes === null ? {} : { notes }),
  });
}

/** A profile with the fields of a draft; one without notes does not have the field. */
export function withDraft(profile: Profile, accepted: AcceptedDraft): Profile {
  const { notes, ...fields } = { ...profile, ...accepted };
  return notes ? { ...fields, notes } : fields;
}

/** The address after an edit; an unchanged one is kept, even if parsing it again would give less. */
export function editedAddress(before: ServerAddress, draft: Draft, read: ServerAddress): ServerAddress {
  return draft.address.trim() === addressText(before) ? before : read;
}

/** The names in use, compared by `spelling`; lookup takes constant time. */
export class TakenNames {
  readonly #spellings: Set<string>;
  /** The next number to try for each name; names are never released. */
  readonly #next = new Map<string, number>();

  constructor(names: readonly string[]) {
    this.#spellings = new Set(names.map(spelling));
  }

  add(name: string): void {
    this.#spellings.add(spelling(name));
  }

  /** The name itself, or with the first free number if it is taken. */
  free(name: string): string {
    const wanted = spelling(name);
    let free = name;
    let number = this.#next.get(wanted) ?? 2;
    for (; this.#spellings.has(spelling(free)); number += 1) {
      const suffix = ` ${number}`;
      free = cut(name, maxNameLength - suffix.length).trimEnd() + suffix;
    }
    if (free !== name) this.#next.set(wanted, number - 1);
    return free;
  }
}

/** `TakenNames.free` for a single lookup. */
export function freeName(name: string, taken: readonly string[]): string {
  return new TakenNames(taken).free(name);
}

function readUserName(typed: string): Result<string> {
  // Invisible characters can come with pasted text; text in another direction could imitate another name.
  const userName = withoutUnseen(typed).trim();
  if (userName === '') return fail({ code: 'user-name-missing' });
  // The log-in sends `name:password`, so a colon would move the boundary between the two.
  if (userName.includes(':')) return fail({ code: 'user-name-has-colon' });
  if (/\p{Cc}/u.test(userName)) return fail({ code: 'user-name-has-control-characters' });
  if (countCharacters(userName) > maxUserNameLength)
    return fail({ code: 'user-name-too-long', longest: maxUserNameLength });
  return ok(userName);
}

/** The tags without repeated ones; fails if one is too long, or if there are too many. */
export function readTags(typed: readonly string[]): Result<readonly string[]> {
  const tags = new Map<string, string>();
  for (const tag of typed.map(tidy)) {
    if (countCharacters(tag) > maxTagLength) return fail({ code: 'tag-too-long', longest: maxTagLength });
    if (tag !== '' && !tags.has(spelling(tag))) tags.set(spelling(tag), tag);
  }
  if (tags.size > maxTags) return fail({ code: 'too-many-tags', most: maxTags });
  return ok([...tags.values()]);
}

/** Removes what a text field cannot show: line breaks, other control characters, direction marks. */
function tidy(text: string): string {
  return withoutUnseen(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** The same line by line. */
function tidyLines(text: string): string {
  return withoutUnseen(text)
    .split(/\r\n|[\r\n\p{Zl}\p{Zp}]/u)
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trimEnd())
    .join('\n')
    .trim();
}

function readHost({ origin }: ServerAddress): string {
  return new URL(origin).host;
}

/** The form in which names are compared: two names with the same form look alike in a list. */
export function spelling(text: string): string {
  return foldLookAlikes(text);
}

/** Counts code points; an array of them costs many times more per character once it is a large object of V8. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function cut(text: string, longest: number): string {
  return Array.from(text).slice(0, longest).join('');
}
