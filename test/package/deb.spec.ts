import { existsSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { capture } from '../../scripts/system/commands.ts';
import { expectJourney, expectProven, test } from '../support/package/package-test.ts';

const executable = '/usr/bin/findface-session-manager';
const installed = '/opt/FindFace Session Manager/findface-session-manager';

test.describe.configure({ mode: 'serial' });

test.describe('the deb', () => {
  test('holds what is expected, and nothing else', async ({ release }) => {
    const file = await release.file('.deb');
    const { output: control } = await capture('dpkg-deb', ['-f', file]);
    const scripts = ['postinst', 'postrm'].map((name) => capture('dpkg-deb', ['-I', file, name]));
    const { output: list } = await capture('dpkg-deb', ['-c', file]);
    const files = list.replace(/^(\S+ +\S+) +\d+ \S+ \S+ \.\//gm, '$1 /');
    const texts = [control, ...(await Promise.all(scripts)).map(({ output }) => output), files];
    const settled = texts.join('\n').replace(/^(Version|Installed-Size): .+$/gm, '$1: …');
    expect(settled).toMatchSnapshot('deb.txt');
  });

  test('is installed, and proves its protections to an ordinary user', async ({ release, system, user }) => {
    await system.install(await release.file('.deb'));
    expect(await readlink('/etc/alternatives/findface-session-manager')).toBe(installed);
    await expectProven(user, executable);
  });

  test('is in the menu, in software centers and among the file types', async ({ user }) => {
    const entry = '/usr/share/applications/findface-session-manager.desktop';
    expect(await capture('desktop-file-validate', [entry])).toEqual({ code: 0, output: '' });
    if (existsSync('/usr/bin/appstreamcli')) {
      const metainfo = '/usr/share/metainfo/app.ffsm.desktop.metainfo.xml';
      expect((await capture('appstreamcli', ['validate', '--no-net', metainfo])).code).toBe(0);
    }
    const theme = '/usr/share/icons/hicolor';
    for (const size of ['16x16', '24x24', '32x32', '48x48', '64x64', '128x128', '256x256', '512x512'])
      expect(existsSync(join(theme, size, 'apps/findface-session-manager.png')), size).toBe(true);
    expect(await readFile('/usr/share/mime/globs2', 'utf8')).toContain(
      ':application/vnd.ffsm.servers+json:*.ffsm\n',
    );
    expect((await user.run('cat', [entry])).output).not.toContain('--no-sandbox');
  });

  test('is replaced by another one, which an ordinary user works with', async ({
    forTests,
    server,
    system,
    user,
  }) => {
    await system.install(await forTests.file('.deb'));
    // The script of the package that goes runs after that of the one that comes.
    expect(await readlink('/etc/alternatives/findface-session-manager')).toBe(installed);
    await expectJourney(user, server, executable);
  });

  test('is removed, and says where the data stays', async ({ system, user }) => {
    const printed = await system.remove('findface-session-manager');
    expect(printed).toContain('stay in ".config/FindFace Session Manager"');
    for (const path of [executable, '/opt/FindFace Session Manager'])
      expect(existsSync(path), path).toBe(false);
    expect(await readFile(join(user.dataFolder, 'profiles.json'), 'utf8')).toContain('"Airport"');
    expect(existsSync(join(user.dataFolder, 'vault.json'))).toBe(true);
  });
});
