import type { Calls } from './bridge.ts';
import { maxVideoSize } from './sessions/face.ts';

/** Size limit of a message; larger ones are rejected without being read. */
export const maxMessageSize = 64 * 1024;

/** Room for selecting ten thousand servers. */
const maxChoiceSize = 1024 * 1024;

/** The calls that name any number of servers. */
const choosing: ReadonlySet<keyof Calls> = new Set<keyof Calls>([
  ...(['exportProfiles', 'importChosen'] as const),
  ...(['changeMany', 'moveProfiles', 'removeMany', 'checkMany', 'logOutMany'] as const),
]);

/** The size limit of a call's message. */
export function maxSize(name: keyof Calls): number {
  return choosing.has(name) ? maxChoiceSize : maxMessageSize;
}

/** How many bytes of binary data a call's message may hold, such as a video. */
export function maxBytes(name: keyof Calls): number {
  return name === 'loginByFace' || name === 'renewByFace' ? maxVideoSize : 0;
}

/** The weight of numbers, booleans and empty strings, so that a million of them exceeds the limit. */
const weightOfValue = 8;

/**
 * Whether a message exceeds the limit: characters of keys and strings, plus 8 for each value; binary data has its own
 * limit.
 *
 * Stops at the limit. Only plain objects and arrays are traversed, since schemas reject all others.
 */
export function isTooLarge(message: unknown, limit: number = maxMessageSize, maxBytes = 0): boolean {
  const waiting: unknown[] = [message];
  const seen = new Set<object>();
  let weight = 0;
  let bytes = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    weight += weightOfValue + (typeof value === 'string' ? value.length : 0);
    if (weight > limit) return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) bytes += value.byteLength;
    // SECURITY: binary data counts too; otherwise a message of gigabytes would pass (0015).
    if (bytes > maxBytes) return true;
    // The length of an array is checked before it is traversed, since it may be sparse.
    if (Array.isArray(value)) weight += weightOfValue * value.length;
    if (weight > limit) return true;
    if (Array.isArray(value)) waiting.push(...value);
    else if (isPlainObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        weight += key.length;
        waiting.push(inner);
      }
    }
  }
  return false;
}

/** Whether a value is an object of no class, as an object literal creates it; arrays are not. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
