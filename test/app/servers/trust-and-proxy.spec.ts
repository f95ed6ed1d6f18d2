import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { camera } from '../../support/app/camera.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { closeWebWindows, openWebWindow } from '../../support/app/web-windows.ts';
import { missingPrograms, nginxBefore, tinyproxy } from '../../support/servers/real-programs.ts';
import { issue } from '../../support/servers/small-authority.ts';

test.describe('a server behind a real nginx with TLS', () => {
  test.beforeAll(async () => {
    const missing = await missingPrograms('nginx', 'tinyproxy');
    test.skip(missing.length > 0, `not available here: ${missing.join(', ')}`);
  });

  test('is trusted by its CA, reached through a real proxy, and not contacted once its certificate has changed', async ({
    app,
    server,
    dataFolder,
  }) => {
    test.setTimeout(240_000);
    const { page, window, electron } = app;
    const look = camera(page, 'en');
    const root = issue('Harbour Root', { ca: true });
    const leaf = issue('harbour', { issuer: root, names: ['127.0.0.1'] });
    const file = join(dataFolder, 'harbour-root.pem');
    await writeFile(file, root.cert);
    await electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file);
    const nginx = await nginxBefore(server.base, leaf);
    const address = `https://127.0.0.1:${nginx.port}`;

    const { name: userName, password } = operator;
    await window.addAndLogIn({ address, name: 'Harbour', userName, password });
    await expect(page.getByRole('dialog', { name: 'Compare the certificate' })).toBeVisible();
    expect(server.requests).toEqual([]);
    await window.button('Import CA certificate…').click();
    await expect(page.getByRole('dialog', { name: 'Trust this CA?' })).toContainText('Harbour Root');
    await look('authority');
    await window.button('Trust this CA').click();
    await expect(window.row('Harbour')).toHaveAccessibleName(/accepted/i);
    await expect(window.details).toContainText('Custom CA, added');
    await expect(window.details).toContainText('Direct');
    const profileId = await page.evaluate(
      async () => JSON.parse(await globalThis.window.bridge.readState()).rows[0].profile.id,
    );
    const { view } = await openWebWindow(app, profileId, address);
    await expect(view.getByText(`Logged in as ${userName}`)).toBeVisible();
    await closeWebWindows(app);

    const proxy = await tinyproxy();
    await answerQuestions(electron, 'confirm');
    await window.chooseFromMenu('Harbour', 'Edit…');
    await window.choose('Proxy', 'Custom proxy');
    await window.field('Proxy address').fill(`http://somebody:secret@127.0.0.1:${proxy.port}`);
    await window.button('Save', window.dialog).click();
    await expect(window.dialog.getByText('Proxy authentication isn’t supported')).toBeInViewport({
      ratio: 1,
    });
    await look('connection');
    await window.field('Proxy address').fill(`http://127.0.0.1:${proxy.port}`);
    await window.button('Save', window.dialog).click();
    await expect(window.dialog).toHaveCount(0);
    await window.chooseFromMenu('Harbour', 'Check now');
    await expect(window.details).toContainText(`Proxy 127.0.0.1:${proxy.port}`);
    await expect(window.row('Harbour')).toHaveAccessibleName(/accepted/i);

    await proxy.end();
    await window.chooseFromMenu('Harbour', 'Check now');
    await expect(window.row('Harbour')).toHaveAccessibleName(/unreachable/i);
    await expect(window.details).toContainText(`127.0.0.1:${proxy.port}`);
    await look('proxy-gone');
    expect(await askedQuestions(electron)).toMatchObject([
      {
        message: 'Use another proxy for “Harbour”?',
        buttons: ['Use Proxy', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      },
    ]);

    await window.chooseFromMenu('Harbour', 'Edit…');
    await window.choose('Proxy', 'No proxy');
    await window.button('Save', window.dialog).click();
    await nginx.end();
    const stranger = await nginxBefore(server.base, issue('harbour', { names: ['127.0.0.1'] }), nginx.port);
    const before = server.requests.length;
    await window.chooseFromMenu('Harbour', 'Check now');
    await expect(window.row('Harbour')).toHaveAccessibleName(/certificate changed/i);
    expect(server.requests.length).toBe(before);
    await look('authority-changed');
    await stranger.end();
  });
});
