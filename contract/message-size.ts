import type { Calls } from './bridge.ts';
import { maxVideoSize } from './sessions/face.ts';

/** Room for all that a person types at once: every legal message is smaller, and a larger one is not even read. */
export const maxMessageSize = 64 * 1024;

/** Room for the ticks of ten thousand servers. */
const maxChoiceSize = 1024 * 1024;

/** How large a message of this call may be. */
export function maxSize(name: keyof Calls): number {
  return name === 'exportProfiles' || name === 'importChosen' ? maxChoiceSize : maxMessageSize;
}

/** How many bytes a message of this call may hold beside its texts: a video, where one is sent. */
export function maxBytes(name: keyof Calls): number {
  return name === 'loginByFace' || name === 'renewByFace' ? maxVideoSize : 0;
}

/** Numbers, marks and empty texts count as well, so that a million of them are no small message. */
const weightOfValue = 8;

/**
 * Is a message larger than the limit, in characters of its keys and texts and 8 for each value?
 * Bytes count for themselves.
 *
 * Stops counting at the limit. Only plain objects and lists are looked into, since readers refuse all others whole.
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
    // SECURITY: bytes are counted too, or a message of gigabytes would be a small one (0015).
    if (bytes > maxBytes) return true;
    // A list is judged by its length before it is walked through, since most of it may be holes.
    if (Array.isArray(value)) weight += weightOfValue * value.length;
    if (weight > limit) return true;
    if (Array.isArray(value)) waiting.push(...value);
    else if (isPlain(value)) {
      for (const [key, inner] of Object.entries(value)) {
        weight += key.length;
        waiting.push(inner);
      }
    }
  }
  return false;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
