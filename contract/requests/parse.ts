import type { ProfileId } from '../profiles/profile.ts';

/** Thrown if a message does not have its type: a bug or an attack, never a mistake of the person. */
export class MalformedMessage extends Error {
  constructor(what: string) {
    super(`Malformed message: ${what}`);
    this.name = 'MalformedMessage';
  }
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a string has the form of a profile ID (a lower-case UUID). */
export function isProfileId(text: unknown): text is ProfileId {
  return typeof text === 'string' && uuidShape.test(text);
}

/** Checks a profile ID; throws `MalformedMessage`. */
export function asProfileId(text: unknown): ProfileId {
  if (!isProfileId(text)) throw new MalformedMessage('not a profile id');
  return text;
}

/** The fields of a plain object with exactly these keys; throws `MalformedMessage`. */
export function fields<Key extends string>(raw: unknown, keys: readonly Key[]): Record<Key, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new MalformedMessage('not an object');
  const prototype: unknown = Object.getPrototypeOf(raw);
  if (prototype !== Object.prototype && prototype !== null) throw new MalformedMessage('not a plain object');
  for (const key of Object.keys(raw)) {
    if (!(keys as readonly string[]).includes(key)) throw new MalformedMessage('unknown field');
  }
  const found = raw as Record<Key, unknown>;
  for (const key of keys) if (!Object.hasOwn(raw, key)) throw new MalformedMessage(`${key} is missing`);
  return found;
}

/** Checks a string of at most `longest` characters; throws `MalformedMessage`. */
export function asText(raw: unknown, longest: number): string {
  if (typeof raw !== 'string') throw new MalformedMessage('not a text');
  if (raw.length > longest) throw new MalformedMessage('text too long');
  return raw;
}

/** Checks at most `longest` bytes; throws `MalformedMessage`. */
export function asBytes(raw: unknown, longest: number): Uint8Array {
  if (!(raw instanceof Uint8Array)) throw new MalformedMessage('not bytes');
  if (raw.byteLength > longest) throw new MalformedMessage('too many bytes');
  return raw;
}

/** Checks a boolean; throws `MalformedMessage`. */
export function asBoolean(raw: unknown): boolean {
  if (typeof raw !== 'boolean') throw new MalformedMessage('neither true nor false');
  return raw;
}

/** Checks that a value is one of `values`; throws `MalformedMessage`. */
export function asOneOf<Value>(raw: unknown, values: readonly Value[]): Value {
  const found = values.find((value) => value === raw);
  if (found === undefined) throw new MalformedMessage('not one of the agreed values');
  return found;
}

/** Checks an array of strings, limited in number and length; throws `MalformedMessage`. */
export function asTexts(raw: unknown, most: number, longest: number): readonly string[] {
  if (!Array.isArray(raw) || raw.length > most) throw new MalformedMessage('not a short list');
  return Array.from(raw, (item) => asText(item, longest));
}

/** Checks a whole number from 0 to `most`; throws `MalformedMessage`. */
export function asWhole(raw: unknown, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0 || raw > most)
    throw new MalformedMessage('not a whole number in its bounds');
  return raw;
}
