import { createPublicKey, type KeyObject } from 'node:crypto';

/** What comes before the 32 bytes of an Ed25519 key in its SPKI form. */
const spkiStart = Buffer.from('302a300506032b6570032100', 'hex');

/** Two, so that a release can be signed with the next key before the old one is given up. */
const mostKeys = 2;

/**
 * Reads the `releaseKeys` that a build has in its `package.json`: up to two public Ed25519 keys, each the base64 of its
 * 32 bytes.
 *
 * SECURITY: one strange key makes a build without keys, which cannot be updated (0029).
 */
export function readReleaseKeys(raw: unknown): readonly KeyObject[] {
  if (!Array.isArray(raw) || raw.length > mostKeys) return [];
  const keys = raw.map(readKey);
  return keys.includes(null) ? [] : keys.filter((key) => key !== null);
}

/** The base64 text of a public Ed25519 key, as `readReleaseKeys` reads it. */
export function releaseKeyText(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(spkiStart.length).toString('base64');
}

function readKey(raw: unknown): KeyObject | null {
  if (typeof raw !== 'string' || !/^[A-Za-z0-9+/]{43}=$/.test(raw)) return null;
  const der = Buffer.concat([spkiStart, Buffer.from(raw, 'base64')]);
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
