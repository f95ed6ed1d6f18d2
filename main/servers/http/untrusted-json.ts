/** The deepest nesting that is read; FindFace's answers have four levels. */
const deepest = 32;

/** What a body turned out to be, before its fields are looked at. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'not-utf8' | 'not-json' | 'too-deep' };

// SECURITY: keys that reach an object's prototype when somebody copies the object.
const poison = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a body as JSON in UTF-8, with or without a byte order mark; never throws. */
export function readJson(body: Uint8Array): ReadJson {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return { ok: false, why: 'not-utf8' };
  }
  // Parsing recurses, so the depth is judged before it.
  if (measureDepth(text) > deepest) return { ok: false, why: 'too-deep' };
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => (poison.has(key) ? undefined : inner));
    return { ok: true, value };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

/** How deep brackets nest outside of strings; of broken JSON at least as deep as a parser would get. */
export function measureDepth(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > most) most = depth;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return most;
}
