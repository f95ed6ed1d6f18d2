import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signedBytes } from '../../../main/updates/signed-manifest.ts';

/** Two keys of releases, and one of a stranger. */
export const firstKey = generateKeyPairSync('ed25519');
export const nextKey = generateKeyPairSync('ed25519');
export const strangeKey = generateKeyPairSync('ed25519');

/** A line of a signature file. */
export function signatureOf(name: string, manifest: Uint8Array, key: KeyObject): string {
  return sign(null, signedBytes(name, manifest), key).toString('base64');
}

/** The SHA-512 of bytes as a manifest has it. */
export function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('base64');
}

/** A package of a version, as a manifest lists it. */
export interface ListedFile {
  readonly url: string;
  readonly sha512: string;
  readonly size: number;
}

/** A package with a content. */
export function listedFile(url: string, content: Uint8Array): ListedFile {
  return { url, sha512: sha512Of(content), size: content.length };
}

/** The bytes of a manifest. */
export function manifestOf(version: string, files: readonly object[], more: object = {}): Buffer {
  return Buffer.from(JSON.stringify({ version, files, ...more }));
}
