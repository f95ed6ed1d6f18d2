import { readdir, readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { filesHolding, holds } from '../../support/canary.ts';

/** Makes the system's save dialog return this path. */
async function chooseForSaving({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** Adds a server, logs in and copies its header. */
async function workADay({ window }: RunningApp, address: string): Promise<void> {
  await window.addAndLogIn({
    address,
    name: 'Airport 4711',
    userName: operator.name,
    password: operator.password,
    environment: 'Production',
  });
  await expect(window.row('Airport 4711')).toHaveAccessibleName(/accepted/i);
  await window.button('Copy header', window.row('Airport 4711')).click();
  await expect(window.clipboard).toContainText('Header copied');
}

test.describe('the journal', () => {
  test('shows what was done, can be searched, and is saved as CSV', async ({ app, server, dataFolder }) => {
    const { window } = app;
    await workADay(app, server.base);
    await window.chooseFromMenu('Airport 4711', 'Journal of this server');
    const { page } = app;
    const lines = page.getByRole('treegrid', { name: 'Journal' }).getByRole('row');
    await expect(lines).toHaveText([
      /Today.*3 events/,
      /Header copied.*production/,
      /Logged in/,
      /Server added/,
    ]);
    const chooseType = async (type: string) => {
      await page.getByRole('button', { name: /Type/ }).click();
      await page.getByRole('option', { name: type, exact: true }).click();
    };

    await page.getByLabel('Search the journal').fill('nowhere');
    await expect(page.getByRole('main')).toContainText('No results');
    await page.getByLabel('Search the journal').fill(operator.name);
    await expect(lines).toHaveCount(4);
    await chooseType('Copied headers');
    await expect(lines).toHaveCount(2);
    await chooseType('All events');
    await expect(lines).toHaveCount(4);

    const path = join(dataFolder, 'saved.csv');
    await chooseForSaving(app, path);
    await window.button('Save as CSV…').click();
    await expect(page.getByRole('main').getByRole('status').first()).toHaveText('Saved to saved.csv');
    const table = await readFile(path, 'utf8');
    expect(table.split('\r\n').map((line) => line.split(',')[2])).toEqual([
      '"Code"',
      '"profile-added"',
      '"logged-in"',
      '"header-copied"',
      undefined,
    ]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('is empty at first, and says so', async ({ window }) => {
    await window.openSettings('Data');
    await window.button('Journal', window.dialog).click();
    await expect(window.page.getByRole('main')).toContainText('No activity yet');
    await expect(window.button('Save as CSV…')).toBeDisabled();
  });
});

test.describe('journal, log files and diagnostics', () => {
  test('contain no token and no password, and diagnostics no name', { tag: ['@row-111'] }, async ({
    launch,
    server,
    dataFolder,
    otherProgram,
  }) => {
    const app = await launch();
    const { window } = app;
    await workADay(app, server.base);
    const token = (await otherProgram.paste()).replace('Authorization: Token ', '');
    expect(token).toMatch(/^[0-9a-f]{64}$/);

    const path = join(dataFolder, 'report.json');
    await chooseForSaving(app, path);
    await window.openSettings('Data');
    await window.button('Save diagnostics…', window.dialog).click();
    const preview = window.dialog.getByLabel('Preview');
    await expect(preview).toHaveValue(/"journal"/);
    const shown = await preview.inputValue();
    await window.button('Save…', window.dialog).click();
    await expect(window.dialog.getByRole('status')).toHaveText('Saved to report.json');
    const report = await readFile(path, 'utf8');
    expect(report).toBe(shown);
    expect(JSON.parse(report)).toMatchObject({ counts: { journal: { 'logged-in': 1, 'header-copied': 1 } } });
    await app.close();

    expect(await readdir(join(dataFolder, 'logs'))).toEqual(['app.log']);
    expect(await readFile(join(dataFolder, 'logs/app.log'), 'utf8')).toMatch(
      /started app=.*\n[\s\S]*logged-in profile=/,
    );
    expect(await readFile(join(dataFolder, 'journal.jsonl'), 'utf8')).toContain('"what":"header-copied"');
    const hits = [
      ...(await filesHolding(dataFolder, token)),
      ...(await filesHolding(dataFolder, operator.password)),
      ...[token, operator.password].filter((secret) => holds(app.printed(), secret)),
      ...[new URL(server.base).hostname, operator.name, 'Airport 4711', operator.realName, dataFolder].filter(
        (name) => report.includes(name),
      ),
      ...[hostname()].filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(report)),
    ];
    test.info().annotations.push({ type: 'measured', description: `canary hits: ${hits.length}` });
    expect(hits).toEqual([]);
  });
});
