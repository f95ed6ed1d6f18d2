import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findUpdate, folderReader, type ReadFile } from '../../../main/updates/find-update.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import {
  firstKey,
  listedFile,
  manifestOf,
  signatureOf,
  strangeKey,
} from '../../support/updates/signed-manifests.ts';

const copy = { kind: 'deb', arch: 'x64', version: '1.0.0', platform: 'linux' } as const;
const keys = [firstKey.publicKey];
const name = 'latest-linux.yml';
const content = Buffer.from('a package');
const newer = manifestOf('1.0.1', [listedFile('x_amd64.deb', content)]);

async function folderWith(
  manifest: Uint8Array,
  signature = signatureOf(name, manifest, firstKey.privateKey),
) {
  const path = await freshFolder();
  await writeFile(join(path, name), manifest);
  await writeFile(join(path, `${name}.sig`), signature);
  return path;
}

function find(path: string, read: ReadFile = folderReader(path)) {
  return findUpdate({ kind: 'folder', path }, read, copy, keys);
}

const failed = (code: string, path: string) => ({ ok: false, problem: { code, source: path } });

describe('Looking for an update in a folder', () => {
  test('finds a newer version, and nothing if there is none', async () => {
    expect(await find(await folderWith(newer))).toMatchObject({
      ok: true,
      value: { version: '1.0.1', file: 'x_amd64.deb', size: content.length },
    });
    expect(await find(await folderWith(manifestOf('1.0.0', [])))).toEqual({ ok: true, value: null });
  });

  test('refuses a manifest without a signature, with another one, or changed after it', async () => {
    const unsigned = await folderWith(newer);
    await rm(join(unsigned, `${name}.sig`));
    expect(await find(unsigned)).toEqual(failed('update-not-signed', unsigned));

    const strange = await folderWith(newer, signatureOf(name, newer, strangeKey.privateKey));
    expect(await find(strange)).toEqual(failed('update-signature-wrong', strange));

    const changed = await folderWith(newer);
    await writeFile(join(changed, name), String(newer).replace('1.0.1', '1.0.2'));
    expect(await find(changed)).toEqual(failed('update-signature-wrong', changed));

    const windows = await folderWith(newer, signatureOf('latest.yml', newer, firstKey.privateKey));
    expect(await find(windows)).toEqual(failed('update-signature-wrong', windows));
  });

  test('refuses an older version, even if it is signed', async () => {
    expect(await find(await folderWith(manifestOf('0.9.0', [])))).toEqual({
      ok: false,
      problem: { code: 'update-older', offered: '0.9.0', current: '1.0.0' },
    });
  });

  test('reads no manifest that is huge, a folder, a device or missing', async () => {
    const huge = await folderWith(newer);
    await truncate(join(huge, name), 1e10);
    expect(await find(huge)).toEqual(failed('update-manifest-broken', huge));

    const device = await freshFolder();
    await symlink('/dev/zero', join(device, name));
    expect(await find(device)).toEqual(failed('update-source-unreachable', device));

    const nested = await freshFolder();
    await mkdir(join(nested, name));
    expect(await find(nested)).toEqual(failed('update-source-unreachable', nested));

    const missing = join(nested, 'missing');
    expect(await find(missing)).toEqual(failed('update-source-unreachable', missing));
  });

  test('reads the manifest and its signature, and no package', async () => {
    const path = await folderWith(newer);
    const asked: string[] = [];
    const reader = folderReader(path);
    await find(path, (file, largest) => {
      asked.push(file);
      return reader(file, largest);
    });
    expect(asked).toEqual([name, `${name}.sig`]);
  });
});
