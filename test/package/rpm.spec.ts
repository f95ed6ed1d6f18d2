import { existsSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { RpmDatabase } from '../support/package/installers.ts';
import { expectJourney, expectProven, test } from '../support/package/package-test.ts';

const executable = '/usr/bin/findface-session-manager';
const installed = '/opt/FindFace Session Manager/findface-session-manager';

test.describe.configure({ mode: 'serial' });

test.describe('the rpm', () => {
  let database: RpmDatabase;
  const rpm = (...args: readonly string[]) => database.run(...args);

  test.beforeAll(async ({ system }) => {
    expect(system).toBeDefined();
    database = await RpmDatabase.create();
  });

  test.afterAll(() => database.remove());

  test('holds what is expected, and nothing else', async ({ release }) => {
    const file = await release.file('.rpm');
    const facts = 'NAME SUMMARY LICENSE URL VENDOR PACKAGER ARCH DESCRIPTION'.split(' ');
    const format = facts.map((name) => `${name}: %{${name}}\\n`).join('');
    const texts = [
      await rpm('-qp', '--qf', format, file),
      await rpm('-qp', '--requires', file),
      await rpm('-qp', '--scripts', file),
      await rpm('-qp', '--qf', '[%{FILEMODES:perms} %{FILEUSERNAME} %{FILENAMES}\n]', file),
    ];
    expect(texts.join('\n')).toMatchSnapshot('rpm.txt');
  });

  test('is installed, and proves its protections to an ordinary user', async ({ release, user }) => {
    await rpm('-i', '--nodeps', await release.file('.rpm'));
    expect(await readlink('/etc/alternatives/findface-session-manager')).toBe(installed);
    await expectProven(user, executable);
  });

  test('is replaced by another one, which an ordinary user works with', async ({
    forTests,
    server,
    user,
  }) => {
    await database.install(await forTests.file('.rpm'));
    expect(await readlink('/etc/alternatives/findface-session-manager')).toBe(installed);
    await expectJourney(user, server, executable);
  });

  test('is removed, and says where the data stays', async ({ user }) => {
    expect(await rpm('-e', 'findface-session-manager')).toContain(
      'stay in ".config/FindFace Session Manager"',
    );
    for (const path of [executable, '/opt/FindFace Session Manager'])
      expect(existsSync(path), path).toBe(false);
    expect(await readFile(join(user.dataFolder, 'profiles.json'), 'utf8')).toContain('"Airport"');
  });
});
