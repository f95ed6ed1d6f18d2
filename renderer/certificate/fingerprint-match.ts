/**
 * The SHA-256 fingerprint in a pasted text as 64 lower-case hexadecimal digits; null if it holds none.
 *
 * As printed by openssl (`sha256 Fingerprint=AB:CD:…`), by browsers and by hand: with or without colons, spaces, hyphens,
 * line breaks and a name in front.
 */
export function readFingerprint(text: string): string | null {
  const value = text.replace(/^[^=]*=/, '').replace(/^\s*sha-?256(\s+fingerprint)?\s*:?/i, '');
  const hex = value.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}
