import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import { realDisk } from '../../main/files/file-system.ts';
import { largestManifest, signedBytes } from '../../main/updates/signed-manifest.ts';
import { isVerified } from '../../main/updates/verified-copy.ts';

/**
 * Signs the manifests that electron-builder left in a folder, with one or two private keys; gives their names.
 *
 * Each is written anew as JSON, which is YAML too, with only what the app reads. Throws if a package that it names is
 * missing or another one: what is signed here is installed.
 */
export async function signManifests(folder: string, keyFiles: readonly string[]): Promise<readonly string[]> {
  const keys = await Promise.all(keyFiles.map(readKey));
  if (keys.length < 1 || keys.length > 2) throw new Error('Give one or two keys: --key FILE');
  const names = (await readdir(folder)).filter((name) => /^latest[\w-]*\.yml$/.test(name)).sort();
  if (names.length === 0) throw new Error(`There is no manifest in ${folder}`);
  for (const name of names) {
    const manifest = await plainManifest(folder, name);
    const lines = keys.map((key) => sign(null, signedBytes(name, manifest), key).toString('base64'));
    await writeFile(join(folder, name), manifest);
    await writeFile(join(folder, `${name}.sig`), `${lines.join('\n')}\n`);
  }
  return names;
}

async function readKey(file: string): Promise<KeyObject> {
  const key = createPrivateKey(await readFile(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`);
  return key;
}

async function plainManifest(folder: string, name: string): Promise<Buffer> {
  const { version, releaseDate, files } = parseUpdateInfo(
    await readFile(join(folder, name), 'utf8'),
    name,
    new URL('file:'),
  );
  const packages = files.map(({ url, sha512, size = 0 }) => ({ url, sha512, size }));
  for (const { url, sha512, size } of packages)
    if (!(await isVerified(realDisk, join(folder, url), { sha512, size })))
      throw new Error(`${url} is not the package that ${name} describes`);
  const manifest = Buffer.from(`${JSON.stringify({ version, releaseDate, files: packages }, null, 2)}\n`);
  if (manifest.length > largestManifest) throw new Error(`${name} is too long`);
  return manifest;
}
