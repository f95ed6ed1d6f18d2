import * as v from 'valibot';
import { isPlainObject } from '../../contract/message-size.ts';
import { isProfileId, type ProfileId } from '../../contract/profiles/profile.ts';

/** Longer than any input; text that is merely too long for its field is reported to the user, not as an exception. */
const maxTextLength = 20_000;

/** The argument of a call that has none. */
export const nothing = v.undefined();

/** A plain object with exactly these keys. */
export function exactly<const Entries extends v.ObjectEntries>(entries: Entries) {
  // SECURITY: `strictObject` alone accepts arrays, inherited keys and class instances (0003).
  return v.pipe(v.custom<object>(isPlainObject, 'not a plain object'), v.strictObject(entries));
}

/** A string of at most `longest` characters. */
export function text(longest = maxTextLength) {
  return v.pipe(v.string(), v.maxLength(longest));
}

/** A string of exactly this many lowercase hexadecimal digits. */
export function hex(digits: number) {
  return v.pipe(v.string(), v.length(digits), v.regex(/^[0-9a-f]+$/));
}

/** An array of `least` to `most` items; its length is checked before its items. */
export function list<Item extends v.GenericSchema>(item: Item, most: number, least = 0) {
  const isInBounds = (raw: unknown) => Array.isArray(raw) && raw.length >= least && raw.length <= most;
  return v.pipe(
    v.custom<v.InferInput<Item>[]>(isInBounds, 'not an array of the permitted length'),
    v.array(item),
  );
}

/** An integer from `least` to `most`. */
export function whole(most = Number.MAX_SAFE_INTEGER, least = 0) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
}

/** One of these strings. */
export const oneOf = v.picklist;

export const yesOrNo = v.boolean();
export const profileId = v.custom<ProfileId>(isProfileId, 'not a profile ID');

/** One to `most` different profile IDs. */
export function severalProfiles(most: number) {
  return v.pipe(
    list(profileId, most, 1),
    v.check((ids) => new Set(ids).size === ids.length, 'a duplicate profile'),
  );
}
