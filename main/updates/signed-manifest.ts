import { type KeyObject, verify } from 'node:crypto';

/** Limits in bytes, many times the size of real files. */
export const largestManifest = 64 * 1024;
export const largestSignature = 1024;

/** Ed25519 signatures are 64 bytes. */
const signatureLine = /^[A-Za-z0-9+/]{86}==$/;
const mostSignatures = 2;

/** The name of the manifest for this kind of computer, as electron-builder names it. */
export function manifestName(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'win32') return 'latest.yml';
  if (platform === 'darwin') return 'latest-mac.yml';
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
}

/**
 * What is signed of a manifest: its name and its bytes.
 *
 * SECURITY: with its name, so that the manifest of one platform cannot be served as that of another (0029).
 */
export function signedBytes(name: string, manifest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${name}\n`), manifest]);
}

/**
 * Whether one of the lines of `signatures` is a signature of this manifest by one of the keys.
 *
 * SECURITY: everything else about an update is believed only after this (0029).
 */
export function isSigned(
  name: string,
  manifest: Uint8Array,
  signatures: string,
  keys: readonly KeyObject[],
): boolean {
  const lines = signatures.trim().split(/\r?\n/);
  if (signatures.length > largestSignature || lines.length > mostSignatures) return false;
  const signed = signedBytes(name, manifest);
  return lines.some(
    (line) =>
      signatureLine.test(line) && keys.some((key) => verify(null, signed, key, Buffer.from(line, 'base64'))),
  );
}
