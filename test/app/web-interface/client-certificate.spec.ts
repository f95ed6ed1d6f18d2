import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { AppState } from '../../../contract/state.ts';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { openWebWindow, webTitles } from '../../support/app/web-windows.ts';
import { missingPrograms, nginxBefore } from '../../support/servers/real-programs.ts';
import { issue } from '../../support/servers/small-authority.ts';

const server = issue('harbour', { names: ['127.0.0.1'] });
const clients = issue('Harbour Clients', { ca: true });
const ours = issue('operator', { issuer: clients });

/** Has the next file dialogs return this file. */
function choosing({ electron }: RunningApp, file: string): Promise<void> {
  return electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
}

test.describe('a server behind a real nginx that verifies clients', () => {
  test.beforeAll(async () => {
    const missing = await missingPrograms('nginx');
    test.skip(missing.length > 0, `not available here: ${missing.join(', ')}`);
  });

  test('is logged in to and shown in a web window, live channel included', { tag: ['@row-71'] }, async ({
    app,
    server: emulator,
    dataFolder,
  }) => {
    const { page, window: shown } = app;
    const nginx = await nginxBefore(emulator.base, server, undefined, clients.cert);
    const origin = `https://127.0.0.1:${nginx.port}`;
    const file = join(dataFolder, 'operator.pem');
    await writeFile(file, ours.key + ours.cert);
    await choosing(app, file);

    const { name: userName, password } = operator;
    await shown.addAndLogIn({ address: origin, name: 'Harbour', userName, password });
    const compare = page.getByRole('dialog', { name: 'Compare the certificate' });
    await compare.getByRole('button', { name: 'Trust this certificate' }).click();
    await expect(shown.dialog.getByRole('alert')).toContainText('requires a client certificate');
    await shown.button('Save and choose a certificate…', shown.dialog).click();
    const part = shown.dialog.getByRole('region', { name: 'Client certificate', exact: true });
    await part.getByRole('button', { name: 'Choose a client certificate…' }).click();
    await expect(part).toContainText('CN=operator');
    await shown.button('Save', shown.dialog).click();
    await expect(shown.dialogs).toHaveCount(0);
    expect(emulator.requests).toEqual([]);

    // The server was saved with what it was shown to trust, so nothing is compared or asked again.
    await shown.chooseFromMenu('Harbour', 'Log in');
    await shown.field('Password').fill(password);
    await shown.button('Log in', shown.dialog).click();
    await expect(shown.row('Harbour')).toHaveAccessibleName(/accepted/i);
    await expect(shown.details).toContainText('CN=operator');

    const profileId = await page.evaluate(async () => {
      const { rows } = JSON.parse(await window.bridge.readState()) as AppState;
      return rows[0]?.profile.id;
    });
    if (!profileId) throw new Error('There is no profile');
    const { view } = await openWebWindow(app, profileId, origin);
    await expect(view.getByText(`Logged in as ${operator.name}`)).toBeVisible();
    expect(await view.evaluate(() => location.origin)).toBe(origin);
    const greeting = await view.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/events/`);
          socket.onopen = () =>
            socket.send(JSON.stringify({ type: 'auth', data: { token: 'f'.repeat(64), msg_groups: [] } }));
          socket.onmessage = ({ data }) => resolve(String(data));
          socket.onerror = () => resolve('failed');
        }),
    );
    expect(greeting).toContain('token_invalid');
    const elsewhere = await view.evaluate(() => fetch('https://10.9.9.9/').catch(() => 'refused'));
    expect(elsewhere).toBe('refused');

    await page.evaluate(async (id) => {
      const choice = { trust: null, proxy: null, certificate: { mode: 'none' } } as const;
      await window.bridge.changeConnection({ profileId: id, choice });
    }, profileId);
    await expect.poll(() => webTitles(app), 'closed with the connection').toEqual([]);
    const { row } = await openWebWindow(app, profileId, origin);
    await expect(row.getByRole('heading', { name: /requires a client certificate/ })).toBeVisible();
    await expect(shown.row('Harbour')).toHaveAccessibleName(/unreachable|no response/i);
    await nginx.end();
  });
});
