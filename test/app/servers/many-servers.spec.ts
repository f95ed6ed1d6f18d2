import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { directoryUser, operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { holds } from '../../support/canary.ts';

test.describe('many servers', () => {
  test('get a bulk log-in, and one table that can be saved', async ({ app, serve, dataFolder }) => {
    const { page, window, electron } = app;
    const local = { switches: { activeDirectory: false } };
    const servers = [await serve(local), await serve(local), await serve(local)];
    const other = await serve();
    const names = ['Airport', 'Harbour', 'Museum'];
    for (const [index, server] of servers.entries())
      await window.addOnly({ address: server.base, name: names[index] ?? '', userName: operator.name });
    await window.addOnly({
      address: other.base,
      name: 'Head office',
      userName: `${directoryUser.name}@corp`,
    });
    await expect(window.list.getByRole('row')).toHaveCount(4);
    const logins = () => servers.map((server) => server.count('POST /auth/login/'));
    const entries = window.dialog.getByRole('listitem');

    await window.openTool('bulk log-in');
    await expect(window.dialog.getByRole('checkbox', { name: 'Museum' })).toBeChecked();
    await window.dialog.getByRole('checkbox', { name: 'Museum' }).uncheck();
    await window.field('Password').fill('Not-the-password-1');
    await window.button('Log in to 2 servers', window.dialog).click();
    await expect(entries).toHaveText([/Airport.*Rejected/s, /Harbour.*Skipped.*Another server rejected/s]);
    expect(logins()).toEqual([1, 0, 0]);

    await window.button('Back to selection', window.dialog).click();
    await expect(window.field('Password')).toHaveValue('');
    await window.dialog.getByRole('checkbox', { name: 'Select all' }).check();
    await window.field('Password').fill(operator.password);
    await window.button('Log in to 3 servers', window.dialog).click();
    await expect(window.dialog).toContainText('Logged in to 3 of 3 servers');
    expect(logins()).toEqual([2, 1, 1]);
    const state = await page.evaluate(async () => JSON.parse(await globalThis.window.bridge.readState()));
    expect(holds(JSON.stringify(state), operator.password)).toBe(false);
    await window.button('Back to selection', window.dialog).click();

    await window.choose('User name', `${directoryUser.name}@corp`);
    await expect(window.dialog).toContainText('domain account');
    await expect(window.button('Log in to 1 server', window.dialog)).toBeDisabled();
    await window.dialog.getByRole('checkbox', { name: /sure of the password/ }).check();
    await expect(window.button('Log in to 1 server', window.dialog)).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);

    await window.openTool('server overview');
    const table = page.getByRole('grid', { name: 'Server overview' });
    const lines = () => table.getByRole('rowheader').allInnerTexts();
    await expect(table.getByRole('row')).toHaveCount(5);
    await table.getByRole('columnheader', { name: /^Name/ }).click();
    await expect.poll(lines).toEqual(['Museum', 'Head office', 'Harbour', 'Airport']);
    await page.getByLabel('Filter servers').fill(operator.name);
    await expect(table.getByRole('row')).toHaveCount(4);
    await window.button('Columns').click();
    await page.getByRole('checkbox', { name: 'Full name' }).check();
    const path = join(dataFolder, 'servers.csv');
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    await window.button('Save as CSV…').click();
    await expect(page.getByRole('main')).toContainText('Saved to servers.csv');
    const text = await readFile(path, 'utf8');
    expect(text.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      '\uFEFF"Name"',
      '"Museum"',
      '"Harbour"',
      '"Airport"',
      '',
    ]);
    expect(text).toContain(operator.realName);
    expect(holds(text, operator.password)).toBe(false);
  });
});
