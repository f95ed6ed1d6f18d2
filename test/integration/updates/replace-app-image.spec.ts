import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, lstat, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../main/files/file-system.ts';
import { tempName } from '../../../main/files/quarantine.ts';
import {
  type AppImageDisk,
  type DownloadedPackage,
  removeLeftovers,
  replaceAppImage,
} from '../../../main/updates/replace-app-image.ts';
import { breakingDisk, type DiskCall, diskError } from '../../support/files/breaking-disk.ts';
import { fullAfter } from '../../support/files/filling-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { LoggedDisk } from '../../support/files/logged-disk.ts';
import { type Folder, numbersOf, statesAfterPowerLoss } from '../../support/files/power-loss.ts';
import { mountDisk, noRealDisk } from '../../support/files/real-disk.ts';
import { sha512Of } from '../../support/updates/signed-manifests.ts';

/** A program that says its version; padded, so that it takes several reads. */
const program = (version: string) =>
  Buffer.from(`#!/bin/sh\necho ${version}\nexit 0\n${'#'.repeat(2_500_000)}\n`);
const [old, next] = [program('1.0.0'), program('1.0.1')];
const onThisDisk: AppImageDisk = { disk: realDisk, platform: 'linux', wait };
const problem = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });
const runs = (path: string) => execFileSync(path, { encoding: 'utf8' }).trim();

async function installed(content: Uint8Array = next, folder?: string) {
  const place = folder ?? (await freshFolder());
  const appImage = join(place, 'Manager.AppImage');
  await writeFile(appImage, old, { mode: 0o755 });
  const path = join(await freshFolder(), 'downloaded');
  await writeFile(path, content);
  const pack: DownloadedPackage = { path, version: '1.0.1', size: next.length, sha512: sha512Of(next) };
  return { place, appImage, pack };
}

async function expectOld({ place, appImage }: { place: string; appImage: string }) {
  expect(await readdir(place)).toEqual(['Manager.AppImage']);
  expect((await readFile(appImage)).equals(old)).toBe(true);
  expect(runs(appImage)).toBe('1.0.0');
}

describe('Replacing the AppImage', () => {
  test('leaves the new version under the same name, with the same permissions', {
    tags: ['row-122'],
  }, async () => {
    const { place, appImage, pack } = await installed();
    await chmod(appImage, 0o750);
    expect(await replaceAppImage(onThisDisk, pack, appImage)).toEqual({ ok: true });
    expect(runs(appImage)).toBe('1.0.1');
    expect(await readdir(place)).toEqual(['Manager.AppImage']);
    expect((await stat(appImage)).mode & 0o777).toBe(0o750);
  });

  test('refuses a package that was changed after its download', async () => {
    for (const changed of [
      Buffer.concat([next.subarray(0, -2), Buffer.from('!\n')]),
      next.subarray(1),
      old.subarray(0, 9),
    ]) {
      const copy = await installed(changed);
      expect(await replaceAppImage(onThisDisk, copy.pack, copy.appImage)).toEqual(
        problem('update-package-changed'),
      );
      await expectOld(copy);
    }
    const gone = await installed();
    await rm(gone.pack.path);
    expect(await replaceAppImage(onThisDisk, gone.pack, gone.appImage)).toEqual(
      problem('update-package-changed'),
    );
    await expectOld(gone);
  });

  test('reads back what the disk kept before it is used', async () => {
    const copy = await installed();
    // Cuts what it stores, as a failing disk may, and reports success; then the size is still right.
    let isWritten = false;
    const disk = breakingDisk((call) => {
      isWritten ||= call === 'file.sync';
    });
    const open: typeof disk.open = async (path, flags, mode) => {
      if (isWritten && path !== copy.pack.path && flags !== 'r' && existsSync(path)) {
        isWritten = false;
        const damaged = await realDisk.open(path, 'r+');
        await damaged.write(Buffer.from('?'), 0, 1, 1_000_000);
        await damaged.close();
      }
      return disk.open(path, flags, mode);
    };
    const result = await replaceAppImage(
      { ...onThisDisk, disk: { ...disk, open } },
      copy.pack,
      copy.appImage,
    );
    expect(result).toEqual(problem('update-package-changed'));
    await expectOld(copy);
  });

  test('on a full disk costs nothing', async () => {
    for (const disk of [fullAfter(1_200_000), fullAfter(1_200_000, true), fullAfter(0)]) {
      const copy = await installed();
      expect(await replaceAppImage({ ...onThisDisk, disk }, copy.pack, copy.appImage)).toEqual(
        problem('update-no-space'),
      );
      await expectOld(copy);
    }
    const copy = await installed();
    const freeBytes = async () => next.length + 500_000;
    expect(await replaceAppImage({ ...onThisDisk, freeBytes }, copy.pack, copy.appImage)).toEqual({
      ok: false,
      problem: { code: 'update-no-space', neededMb: 4 },
    });
    await expectOld(copy);
  });

  test('on a real full disk costs nothing', async (context) => {
    const disk = await mountDisk(4_000);
    if (!disk) return context.skip(noRealDisk);
    try {
      const copy = await installed(next, disk.folder);
      expect(await replaceAppImage(onThisDisk, copy.pack, copy.appImage)).toEqual(problem('update-no-space'));
      await expectOld(copy);
      // Said to have space, the disk is full in the middle of the copy.
      const freeBytes = async () => 1e9;
      expect(await replaceAppImage({ ...onThisDisk, freeBytes }, copy.pack, copy.appImage)).toEqual(
        problem('update-no-space'),
      );
      await expectOld(copy);
      disk.makeReadOnly();
      expect(await replaceAppImage({ ...onThisDisk, freeBytes }, copy.pack, copy.appImage)).toEqual(
        problem('update-not-writable'),
      );
      expect(runs(copy.appImage)).toBe('1.0.0');
    } finally {
      disk.unmount();
    }
  });

  test('leaves the old or the new version whichever operation fails', { tags: ['row-122'] }, async () => {
    const calls: DiskCall[] = [];
    const counted = await installed();
    await replaceAppImage(
      { ...onThisDisk, disk: breakingDisk((call) => void calls.push(call)) },
      counted.pack,
      counted.appImage,
    );
    expect(calls).toContain('rename');
    expect(calls).not.toContain('unlink');
    const renamedAt = calls.indexOf('rename');
    for (const [failing] of calls.entries())
      for (const code of ['EIO', 'EACCES', 'ENOSPC']) {
        const copy = await installed();
        let at = 0;
        const disk = breakingDisk(() => {
          if (at++ === failing) throw diskError(code);
        });
        const result = await replaceAppImage({ ...onThisDisk, disk }, copy.pack, copy.appImage);
        expect(result.ok).toBe(failing > renamedAt);
        if (failing <= renamedAt) await expectOld(copy);
        else expect(runs(copy.appImage)).toBe('1.0.1');
      }
  });

  test('leaves the old or the new version after a power loss at any moment', async () => {
    const small = Buffer.from('the new version');
    const { place, appImage, pack } = await installed(small);
    await writeFile(appImage, 'the old version');
    const start: Folder = new Map([['Manager.AppImage', Buffer.from('the old version')]]);
    const logged = new LoggedDisk(numbersOf(start));
    const wanted = { ...pack, size: small.length, sha512: sha512Of(small) };
    expect(
      (await replaceAppImage({ ...onThisDisk, disk: logged.disk }, wanted, join(place, 'Manager.AppImage')))
        .ok,
    ).toBe(true);
    const found = new Set<string>();
    for (let steps = 0; steps <= logged.log.length; steps += 1)
      for (const state of statesAfterPowerLoss(start, logged.log, steps))
        found.add(String(state.get('Manager.AppImage')));
    expect([...found].sort()).toEqual(['the new version', 'the old version']);
  });

  test('removes at the next start what a killed replacement left, and nothing else', async () => {
    const { place, appImage } = await installed();
    const left = tempName('Manager.AppImage', 4_000_000, '0123456789ab');
    const theirs = ['Manager.AppImage.zsync', 'Other.AppImage.1-0123456789ab.tmp'];
    for (const name of [left, ...theirs]) await writeFile(join(place, name), 'x');
    const long = new Date(Date.now() - 3_600_000);
    for (const name of [left, ...theirs]) await utimes(join(place, name), long, long);
    await removeLeftovers(onThisDisk, appImage);
    expect((await readdir(place)).sort()).toEqual(['Manager.AppImage', ...theirs]);
    expect((await lstat(appImage)).isFile()).toBe(true);
  });
});
