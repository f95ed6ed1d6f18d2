/** Maximum nesting; FindFace's responses have four levels, lists and backups at most six. */
export const deepest = 32;

/** The result of parsing a body. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'not-utf8' | 'not-json' | 'too-deep' };

/** SECURITY: keys that could change an object's prototype when it is copied. */
export const poison = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A key may be one of these, perhaps with escaped characters. */
const maybePoison = /\\u|__proto__|constructor|prototype/;

/** Parses a body as UTF-8 JSON, with or without byte order mark; never throws. */
export function readJson(body: Uint8Array): ReadJson {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    return { ok: false, why: 'not-utf8' };
  }
  // `JSON.parse` recurses, so the depth is checked first.
  if (measureDepth(text) > deepest) return { ok: false, why: 'too-deep' };
  try {
    // A call for each of the hundreds of values takes longer than everything else.
    const value: unknown = maybePoison.test(text)
      ? JSON.parse(text, (key, inner: unknown) => (poison.has(key) ? undefined : inner))
      : JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

const [quote, backslash] = [0x22, 0x5c];
const [bracket, closingBracket] = [0x5b, 0x5d];
const [brace, closingBrace] = [0x7b, 0x7d];

/** The nesting depth of brackets outside strings; for malformed JSON at least the depth a parser would reach. */
export function measureDepth(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === backslash) at += 1;
      else if (char === quote) inString = false;
    } else if (char === quote) inString = true;
    else if (char === brace || char === bracket) {
      depth += 1;
      if (depth > most) most = depth;
    } else if (char === closingBrace || char === closingBracket) depth -= 1;
  }
  return most;
}
