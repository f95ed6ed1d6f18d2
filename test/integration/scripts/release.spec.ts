import { createPublicKey } from 'node:crypto';
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findUpdate, folderReader } from '../../../main/updates/find-update.ts';
import { readReleaseKeys } from '../../../main/updates/release-keys.ts';
import { makeReleaseKeys } from '../../../scripts/release/keys.ts';
import { signManifests } from '../../../scripts/release/sign-manifests.ts';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sha512Of } from '../../support/updates/signed-manifests.ts';

const file = 'findface-session-manager-1.0.1-linux-amd64.deb';
const content = Buffer.from('a package');

/** A folder as electron-builder leaves it. */
async function built() {
  const folder = await freshFolder();
  await writeFile(join(folder, file), content);
  const sha512 = sha512Of(content);
  await writeFile(
    join(folder, 'latest-linux.yml'),
    [
      ...[
        'version: 1.0.1',
        'files:',
        `  - url: ${file}`,
        `    sha512: ${sha512}`,
        `    size: ${content.length}`,
      ],
      ...[`path: ${file}`, `sha512: ${sha512}`, "releaseDate: '2026-11-27T10:00:00.000Z'", ''],
    ].join('\n'),
  );
  return folder;
}

const copy = { kind: 'deb', arch: 'x64', version: '1.0.0', platform: 'linux' } as const;
const find = (path: string, keys: readonly string[]) =>
  findUpdate({ kind: 'folder', path }, folderReader(path), copy, readReleaseKeys(keys));

describe('A release', () => {
  test('is signed with keys made once, and found by the app', async () => {
    const secrets = await freshFolder();
    const keys = await makeReleaseKeys(secrets);
    expect(keys).toHaveLength(2);
    expect((await stat(join(secrets, 'first.pem'))).mode & 0o777).toBe(0o600);
    const first = join(secrets, 'first.pem');
    expect(createPublicKey(await readFile(first)).asymmetricKeyType).toBe('ed25519');

    const folder = await built();
    expect(await signManifests(folder, [first])).toEqual(['latest-linux.yml']);
    expect(await find(folder, keys)).toMatchObject({
      value: { version: '1.0.1', file, size: content.length, releasedAt: Date.UTC(2026, 10, 27, 10) },
    });
    expect(await find(folder, keys.slice(1))).toMatchObject({ problem: { code: 'update-signature-wrong' } });

    // A copy that knows only the next key is found by a release with both.
    const rotating = await built();
    await signManifests(rotating, [first, join(secrets, 'next.pem')]);
    expect(await find(rotating, keys.slice(1))).toMatchObject({ value: { version: '1.0.1' } });
    // Signing again changes nothing but the signature.
    expect(await signManifests(rotating, [first])).toEqual(['latest-linux.yml']);
    expect(await find(rotating, keys)).toMatchObject({ value: { version: '1.0.1' } });
  });

  test('is not signed with a package that the manifest does not describe, or without one', async () => {
    const secrets = await freshFolder();
    await makeReleaseKeys(secrets);
    const key = join(secrets, 'first.pem');
    const folder = await built();
    await appendFile(join(folder, file), '!');
    await expect(signManifests(folder, [key])).rejects.toThrow(file);
    expect((await readdir(folder)).sort()).toEqual([file, 'latest-linux.yml']);
    await expect(signManifests(await freshFolder(), [key])).rejects.toThrow('no manifest');
    await expect(signManifests(await built(), [])).rejects.toThrow('--key');
  });

  test('has its private keys outside of the project, and never overwrites them', async () => {
    await expect(makeReleaseKeys(join(projectRoot, 'keys'))).rejects.toThrow('outside of the project');
    await expect(makeReleaseKeys(projectRoot)).rejects.toThrow('outside of the project');
    const secrets = await freshFolder();
    await makeReleaseKeys(secrets);
    const before = await readFile(join(secrets, 'first.pem'), 'utf8');
    await expect(makeReleaseKeys(secrets)).rejects.toThrow('EEXIST');
    expect(await readFile(join(secrets, 'first.pem'), 'utf8')).toBe(before);
  });
});
