import { chmod, copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { capture } from '../../scripts/system/commands.ts';
import { expectProven, test } from '../support/package/package-test.ts';

/** The folders into which AppImages unpack themselves. */
async function unpacked(): Promise<readonly string[]> {
  return (await readdir('/tmp')).filter((name) => name.startsWith('.mount_ffsm-'));
}

test.describe('without installing,', () => {
  let folder = '';

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ffsm-portable-'));
    await chmod(folder, 0o755);
  });

  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  test('the AppImage proves its protections and leaves nothing behind', async ({ release, user }) => {
    const before = await unpacked();
    const file = join(folder, 'findface.AppImage');
    await copyFile(await release.file('.AppImage'), file);
    expect((await capture(file, ['--appimage-version'])).output).toBe(
      'development runtime, never released\n',
    );
    await expectProven(user, file);
    expect(await unpacked()).toEqual(before);
  });

  test('the folder of the tar.gz proves its protections wherever it is', async ({ release, user }) => {
    await capture('tar', ['-xzf', await release.file('.tar.gz'), '-C', folder, '--strip-components=1']);
    expect(await readdir(join(folder, 'resources'))).not.toContain('package-type');
    await expectProven(user, join(folder, 'findface-session-manager'));
  });
});
