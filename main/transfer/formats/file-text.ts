import { deepest, measureDepth, poison } from '../../servers/http/untrusted-json.ts';

/** The text of a UTF-8 file, with or without byte order mark; null for other encodings. */
export function fileText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // ASCII in UTF-16 is also valid UTF-8, but full of NULs.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Parses JSON from an untrusted file; undefined if it is malformed, nested too deeply or has dangerous keys. */
export function parseUntrustedJson(text: string): unknown {
  // `JSON.parse` recurses, so the depth is checked first.
  if (measureDepth(text) > deepest) return undefined;
  try {
    const raw: unknown = JSON.parse(text);
    return isPoisoned(raw) ? undefined : raw;
  } catch {
    return undefined;
  }
}

/** SECURITY: such keys are used for prototype pollution. Checked after parsing, since a reviver is far slower. */
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
