import { chmod, copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
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

  test('the AppImage shows its window with the icon, and leaves nothing behind when it is ended', async ({
    release,
    system,
    user,
  }) => {
    await system.install('x11-utils');
    const before = await unpacked();
    const file = join(folder, 'findface.AppImage');
    await copyFile(await release.file('.AppImage'), file);
    const end = new AbortController();
    const running = user.run(file, ['--disable-gpu', '--lang=en-US'], end.signal);
    const iconSize = async () => {
      const { output: windows } = await capture('xwininfo', ['-root', '-tree'], { env: user.env });
      const id = /(0x[0-9a-f]+) "[^"]*FindFace Session Manager"/.exec(windows)?.[1] ?? '0';
      const asked = ['-id', id, '-len', '16', '32c', '_NET_WM_ICON'];
      return (await capture('xprop', asked, { env: user.env })).output;
    };
    await expect.poll(iconSize, { timeout: 60_000 }).toBe('_NET_WM_ICON(CARDINAL) = 128, 128\n');
    end.abort();
    await running;
    await expect.poll(unpacked, { timeout: 60_000 }).toEqual(before);
  });

  test('the folder of the tar.gz proves its protections wherever it is', async ({ release, user }) => {
    const place = join(folder, 'Программы и más');
    await mkdir(place);
    await capture('tar', ['-xzf', await release.file('.tar.gz'), '-C', place, '--strip-components=1']);
    expect(await readdir(join(place, 'resources'))).not.toContain('package-type');
    await chmod(place, 0o555);
    await expectProven(user, join(place, 'findface-session-manager'));
    const asRoot = await capture(join(place, 'findface-session-manager'), []);
    expect(asRoot.code).not.toBe(0);
    expect(asRoot.output).toContain('--no-sandbox');
  });
});
