import { readFile } from 'node:fs/promises';

const rawLength = 32;
const most = 2;

/** Reads a file with up to two public Ed25519 keys: a JSON array of the base64 of 32 bytes each. */
export async function readReleaseKeys(file: string): Promise<readonly string[]> {
  const keys: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(keys) || keys.length > most || !keys.every(isKey))
    throw new Error(
      `${file} has to hold at most ${most} public keys, each the base64 of ${rawLength} bytes.`,
    );
  return keys;
}

function isKey(key: unknown): key is string {
  if (typeof key !== 'string') return false;
  const bytes = Buffer.from(key, 'base64');
  return bytes.length === rawLength && bytes.toString('base64') === key;
}
