import { existsSync } from 'node:fs';
import { chown, readFile, readlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { SelfTestReport } from '../../main/self-test/self-test.ts';
import { ownListText } from '../../main/transfer/formats/own-list.ts';
import { allowedForTests } from '../../main/window/launch-switches.ts';
import { capture } from '../../scripts/system/commands.ts';
import { MainWindow } from '../support/app/pages.ts';
import { sampleProfile } from '../support/fixtures/profile.ts';
import { expectJourney, expectProven, test } from '../support/package/package-test.ts';
import { startCopy } from '../support/package/updating.ts';

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

  test('obeys nothing that only builds for tests obey', async ({ user }) => {
    const policy = join(user.home, 'policy.json');
    await writeFile(policy, '{"version":1,"locked":{"theme":"pink"}}');
    await chown(policy, user.uid, user.gid);
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const environment = [`FFSM_POLICY_FILE=${policy}`, `ELECTRON_RENDERER_URL=http://127.0.0.1:${port}`];
    const proven = await user.run('env', [...environment, executable, '--self-test']);
    server.close();
    expect(proven.code, proven.printed).toBe(0);
    const { parts } = JSON.parse(proven.output) as SelfTestReport;
    expect(parts.find(({ name }) => name === 'policy')?.found).toBe('none');
    expect(requests).toBe(0);
    for (const name of allowedForTests) {
      const { code, printed } = await user.run(executable, [`--${name}=0`]);
      expect(printed).toContain(`does not start with the switch --${name}.`);
      expect(code).toBe(2);
    }
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

  test('opens a list that is double-clicked, in the app that runs', async ({ system, user }) => {
    if (!existsSync('/usr/bin/gio')) await system.install('libglib2.0-bin');
    const file = join(user.home, 'Harbor 1.ffsm');
    await writeFile(file, ownListText([sampleProfile({ name: 'Harbor' })], false));
    await chown(file, user.uid, user.gid);
    const copy = await startCopy(user, executable);
    try {
      // As file managers do: by the type of the file and the entry in the menu that is registered for it.
      const { code, printed } = await user.run('gio', ['open', file]);
      expect(code, printed).toBe(0);
      await expect(new MainWindow(copy.page).dialog).toContainText('Harbor 1.ffsm: list from this app');
    } finally {
      await copy.close();
    }
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
