/**
 * A server's text made fit to be shown: one line, no control, direction or unpaired characters, cut short.
 *
 * `longest` counts UTF-16 units; the cut never splits a character.
 */
export function sanitizeText(text: string, longest: number): string {
  // Long texts are cut before they are searched, so a server cannot make this slow.
  const plain = text
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    // SECURITY: direction overrides and control characters can make a sentence read as another one.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .trim();
  return plain.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
