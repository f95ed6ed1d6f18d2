import { measureDepth } from '../../servers/http/untrusted-json.ts';

/** The deepest nesting that is read; none of the files that are meant has more than six levels. */
const deepest = 32;

// Keys that reach an object's prototype when somebody copies the object.
const poison = new Set(['__proto__', 'constructor', 'prototype']);

/** The text of a file in UTF-8, with or without a byte order mark; null if it is anything else. */
export function fileText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 of plain letters is good UTF-8, but full of NULs.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Reads JSON from a stranger's file; undefined if it is broken, nested too deeply or made to do harm. */
export function parseUntrustedJson(text: string): unknown {
  // Parsing recurses, so the depth is judged before it.
  if (measureDepth(text) > deepest) return undefined;
  try {
    const raw: unknown = JSON.parse(text);
    return isPoisoned(raw) ? undefined : raw;
  } catch {
    return undefined;
  }
}

/** SECURITY: with such a key somebody wants to reach more than this object. Asking at each key while parsing costs far more. */
function isPoisoned(raw: unknown): boolean {
  const waiting: unknown[] = [raw];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value) && Object.keys(value).some((key) => poison.has(key))) return true;
    for (const inner of Object.values(value)) if (typeof inner === 'object') waiting.push(inner);
  }
  return false;
}
