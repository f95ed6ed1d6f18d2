import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';

const managed = 'Managed by your organization';

/** Starts the app under a policy with this content. */
const policyIn = async (folder: string, content: string) => {
  const file = join(folder, 'policy.json');
  await writeFile(file, content, { mode: 0o644 });
  return { env: { FFSM_POLICY_FILE: file } };
};

test.describe('a policy that locks the clipboard to 10 s', () => {
  const policy = JSON.stringify({
    version: 1,
    defaults: { density: 'compact' },
    locked: { clearAfterSeconds: 10, savePasswords: false },
  });

  test('is shown in Settings, and a hostile page cannot change it', async ({
    dataFolder,
    launch,
    otherProgram,
    server,
  }) => {
    const { page, window } = await launch(await policyIn(dataFolder, policy));
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport',
      userName: operator.name,
      password: operator.password,
    });
    await window.openSettings('Clipboard');
    await expect(window.dialog).toContainText(managed);
    await page.keyboard.press('Escape');

    const answers = await page.evaluate(async () => {
      const { bridge } = globalThis.window;
      const wanted = [
        { clearAfterSeconds: null },
        { theme: 'dark', clearAfterSeconds: 120 },
        { savePasswords: true },
      ] as const;
      return Promise.all(wanted.map((settings) => bridge.changeSettings({ settings })));
    });
    expect(answers).toEqual(Array(3).fill({ ok: false, problem: { code: 'managed' } }));
    await window.button('Copy header', window.row('Airport')).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);
    await expect.poll(() => otherProgram.paste(), { timeout: 15_000 }).toBe('');

    const about = await page.evaluate(() => globalThis.window.bridge.readAbout());
    expect(about).toMatchObject({ value: { policyFile: join(dataFolder, 'policy.json') } });

    // What a person may choose is kept, and nothing of the policy is.
    await page.evaluate(() =>
      globalThis.window.bridge.changeSettings({ settings: { theme: 'dark', clearAfterSeconds: 10 } }),
    );
    const kept = async () => JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8')).settings;
    await expect.poll(kept).toEqual({ theme: 'dark' });
  });
});

test('a broken policy is named in a notice and ignored as a whole', async ({ dataFolder, launch }) => {
  const broken = JSON.stringify({ version: 1, locked: { clearAfterSeconds: 10, savePassword: false } });
  const { page, window } = await launch(await policyIn(dataFolder, broken));
  await expect(page.getByText('Policy ignored')).toBeVisible();
  await expect(page.getByText('locked.savePassword', { exact: false })).toBeVisible();
  await window.openSettings('Clipboard');
  await expect(window.dialog).not.toContainText(managed);
  const answer = await page.evaluate(() =>
    globalThis.window.bridge.changeSettings({ settings: { clearAfterSeconds: null } }),
  );
  expect(answer).toEqual({ ok: true });
});
