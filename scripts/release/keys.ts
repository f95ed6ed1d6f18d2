import { generateKeyPairSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { releaseKeyText } from '../../main/updates/release-keys.ts';
import { projectRoot } from '../system/project-root.ts';

/**
 * Makes the two release keys and writes their private halves to `first.pem` and `next.pem` in a folder, for this user
 * only; gives the list of their public halves. An existing key is never overwritten.
 */
export async function makeReleaseKeys(folder: string): Promise<readonly string[]> {
  const place = resolve(folder);
  if (!relative(projectRoot, place).startsWith('..'))
    throw new Error('Private keys belong outside of the project: give another folder.');
  await mkdir(place, { recursive: true, mode: 0o700 });
  const keys = ['first.pem', 'next.pem'].map((name) => ({ name, ...generateKeyPairSync('ed25519') }));
  for (const { name, privateKey } of keys)
    await writeFile(join(place, name), privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      flag: 'wx',
      mode: 0o600,
    });
  return keys.map(({ publicKey }) => releaseKeyText(publicKey));
}
