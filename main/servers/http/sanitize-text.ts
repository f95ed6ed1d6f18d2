/**
 * Makes a server's text safe to show: one line, limited length, no control or direction characters and no unpaired
 * surrogates.
 *
 * `longest` counts UTF-16 code units; the cut never splits a character.
 */
export function sanitizeText(text: string, longest: number): string {
  // Long texts are cut before the regular expressions run, which bounds their time.
  const plain = text
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    // SECURITY: control characters and direction overrides can make a sentence read differently.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .trim();
  return plain.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
