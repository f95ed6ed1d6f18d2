import { execFileSync } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { sealBackup } from '../../../main/transfer/formats/backup-seal.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';

const passphrase = 'correct horse';

function openFile(electron: ElectronApplication, path: string): Promise<void> {
  return electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** A backup in which every time is out of the range of `Date`. */
function strangeBackup(): string {
  const [far, early] = [1e300, -1e300];
  const lastCheck = { verdict: 'accepted', at: far, tookMs: far };
  const session = {
    loggedInAt: early,
    expiresAt: far,
    leaseEndsAt: far,
    skewMs: far,
    fingerprint: 'a1b2c3d4',
  };
  const profile = {
    ...{
      name: 'Far future',
      address: 'http://127.0.0.1:9',
      userName: 'ivanov',
      tags: [],
      environment: 'none',
    },
    ...{ favourite: false, pin: null, deviceId: 'ffsm-box-01234567', token: 'a'.repeat(64), password: null },
    proxy: { mode: 'system' },
    session: { ...session, lastCheck },
  };
  return JSON.stringify({ profiles: [profile] });
}

test.describe('invalid data', () => {
  test('in a backup leaves a working window, also at the next start', async ({ app, dataFolder, launch }) => {
    const path = join(dataFolder, 'strange.json');
    await writeFile(path, JSON.stringify(await sealBackup(strangeBackup(), passphrase)));
    await openFile(app.electron, path);
    const { window, page } = app;
    await window.button('Import servers…').click();
    await window.button('Choose file…', window.dialog).click();
    await window.field('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await window.button('Import 1 server', window.dialog).click({ timeout: 20_000 });
    await expect(window.dialog).toContainText('1 session restored.');
    await page.keyboard.press('Escape');
    await expect(window.row('Far future')).toBeVisible();
    await window.row('Far future').click();
    await expect(page.getByRole('region', { name: 'Session' })).toContainText('Far future');
    await app.close();

    const again = await launch();
    await expect(again.window.row('Far future')).toBeVisible();
    await again.window.row('Far future').click();
    await expect(again.page.getByRole('region', { name: 'Session' })).toContainText('Far future');
    expect(await readFile(join(dataFolder, 'profiles.json'), 'utf8')).not.toContain('1e+300');
  });

  test('that cannot be rendered affects one row, which is named and can be removed', async ({
    app,
    server,
  }) => {
    const { window, page } = app;
    await window.addOnly({ address: '10.0.4.8', name: 'Lobby', userName: 'guard' });
    // The row of a session that ends soon shows a date.
    server.switches.set({ sessionSeconds: 7_200 });
    // No known data causes a render error, so a browser API is made to throw.
    await page.evaluate(() => {
      Intl.DateTimeFormat.prototype.formatToParts = () => [];
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get: () => () => {
          throw new RangeError('Invalid time value');
        },
      });
    });
    await window.addAndLogIn({
      ...{ address: server.base, name: 'Airport', userName: operator.name, password: operator.password },
    });
    // Its accessible name has that date too, so only the name is left of it.
    const row = page.getByRole('row', { name: 'Airport', exact: true });
    await expect(row).toContainText('Airport can’t be displayed');
    await expect(window.row('Lobby')).toHaveAccessibleName(/logged out/);
    for (const width of [720, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      const more = await window.button('More', window.row('Lobby')).boundingBox();
      const other = await window.button('More', row).boundingBox();
      expect(other?.x, `${width} px`).toBe(more?.x);
    }
    const details = page.getByRole('region', { name: 'Session' });
    await row.click();
    await expect(details.getByRole('alert')).toContainText('Airport can’t be displayed');
    await window.button('Save diagnostics…', details).click();
    await expect(window.dialog).toContainText('Diagnostics');
    await page.keyboard.press('Escape');
    await window.button('Remove…', details).click();
    await window.button('Remove', window.dialog).click();
    await expect(row).toHaveCount(0);
    await window.row('Lobby').click();
    await expect(details).toContainText('guard');
  });

  test('that breaks the whole window leaves one that can be reloaded', async ({ app }) => {
    const { window, page } = app;
    await window.addOnly({ address: '10.0.4.8', name: 'Lobby', userName: 'guard' });
    await expect(window.row('Lobby')).toBeVisible();
    await page.evaluate(async () => {
      Intl.PluralRules.prototype.select = () => {
        throw new RangeError('Strange number');
      };
      // The number of servers is rendered again.
      const draft = {
        address: '10.0.4.9',
        name: 'Gate',
        userName: 'guard',
        tags: [],
        environment: 'none',
      } as const;
      await globalThis.window.bridge.addProfile({ draft, finding: null });
    });
    await expect(page.getByRole('alert')).toContainText('The window can’t be displayed');
    await page.getByRole('button', { name: 'Reload' }).press('Enter');
    await expect(window.row('Lobby')).toBeVisible();
  });

  test('instead of the settings is quarantined, and new settings are saved', async ({
    dataFolder,
    launch,
  }) => {
    test.skip(process.platform === 'win32', 'Windows has no such pipes');
    execFileSync('mkfifo', [join(dataFolder, 'settings.json')]);
    const { page, close } = await launch();
    await page.evaluate(() => window.bridge.changeSettings({ settings: { theme: 'dark' } }));
    await expect
      .poll(async () =>
        (await readdir(dataFolder)).filter((name) => name.startsWith('settings.json.corrupt')),
      )
      .toHaveLength(1);
    expect((await stat(join(dataFolder, 'settings.json'))).isFile()).toBe(true);
    await close();
  });

  test('cannot be sent to main by the page: a message of gigabytes is refused in the page', async ({
    app,
  }) => {
    const { page, electron } = app;
    const peak = () => electron.evaluate(() => process.resourceUsage().maxRSS / 1_000);
    const before = await peak();
    const answers = await page.evaluate(async () => {
      const said: string[] = [];
      const bridge = window.bridge as unknown as Record<string, (request: unknown) => Promise<unknown>>;
      for (let time = 0; time < 3; time += 1) {
        const request = {
          profileId: '1111111a-1111-4111-8111-111111111111',
          video: new Uint8Array(400_000_000),
        };
        said.push((await bridge.loginByFace?.(request).then(() => 'answered', String)) ?? '');
      }
      return said;
    });
    for (const answer of answers) expect(answer).toContain('Message too large: loginByFace');
    const grown = (await peak()) - before;
    test.info().annotations.push({ type: 'measured', description: `main grew by ${grown.toFixed(0)} MB` });
    expect(grown).toBeLessThan(200);
  });
});
