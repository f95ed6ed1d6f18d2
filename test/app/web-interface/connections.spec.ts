import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { answerQuestions } from '../../support/app/native-questions.ts';
import { openWebWindow, webTitles } from '../../support/app/web-windows.ts';
import { startHttpProxy, startSocksProxy } from '../../support/servers/tunnel-proxy.ts';

test.describe('a web window', () => {
  test('trusts the pinned certificate and no other one', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const ids = await addServers(app.page, server, [{ name: 'Pinned' }]);
    const [id] = [...ids.values()];
    if (!id) throw new Error('There is no profile');
    const { view, row } = await openWebWindow(app, id, server.origin);
    await expect(view.getByText(`Logged in as ${operator.name}`)).toBeVisible();

    server.switches.set({ certificate: 'changed' });
    const before = server.requests.length;
    await app.electron.evaluate(async ({ webContents }, origin) => {
      const one = webContents.getAllWebContents().find((found) => found.getURL().startsWith(origin));
      await one?.session.closeAllConnections();
    }, server.origin);
    await row.getByRole('button', { name: 'Reload' }).click();
    // The app's own check finds it too, and closes the window.
    await expect(app.window.row('Pinned')).toHaveAccessibleName(/certificate changed/i);
    await expect.poll(() => webTitles(app)).toEqual([]);
    expect(server.requests.length, 'not one request').toBe(before);
  });

  for (const [kind, start] of [
    ['an HTTP', startHttpProxy],
    ['a SOCKS5', startSocksProxy],
  ] as const)
    test(`goes through ${kind} proxy of the profile`, async ({ app, serve }) => {
      const server = await serve({ https: true });
      const proxy = await start();
      await answerQuestions(app.electron, 'confirm');
      const ids = await addServers(app.page, server, [{ name: 'Far', logIn: false }]);
      const [id] = [...ids.values()];
      if (!id) throw new Error('There is no profile');
      const url = `${kind === 'an HTTP' ? 'http' : 'socks5'}://127.0.0.1:${proxy.port}`;
      await app.page.evaluate(
        async ({ profileId, password, url }) => {
          const choice = { trust: null, proxy: { mode: 'fixed', url } } as const;
          await window.bridge.changeConnection({ profileId, choice });
          const login = { profileId, password, faceToken: null, keepPassword: false };
          const met = await window.bridge.login(login);
          if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate');
          const { fingerprint } = met.problem.certificate;
          await window.bridge.trustCertificate({ profileId, fingerprint });
          await window.bridge.login(login);
        },
        { profileId: id, password: operator.password, url },
      );
      const before = proxy.asked.length;
      const { view } = await openWebWindow(app, id, server.origin);
      await expect(view.getByText(`Logged in as ${operator.name}`)).toBeVisible();
      expect(proxy.asked.length).toBeGreaterThan(before);
      await view.evaluate(() => fetch('https://10.9.9.9/', { mode: 'no-cors' }).catch(() => undefined));
      expect(new Set(proxy.asked)).toEqual(new Set([`127.0.0.1:${server.port}`]));
      await proxy.close();
    });

  test('says why the page is not there, and shows it again', async ({ app, server }) => {
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const [id] = [...ids.values()];
    if (!id) throw new Error('There is no profile');
    const { row } = await openWebWindow(app, id, server.origin);
    server.switches.set({ connection: 'reset' });
    await row.getByRole('button', { name: 'Reload' }).first().click();
    await expect(row.getByRole('heading', { name: /Can’t reach 127\.0\.0\.1/ })).toBeVisible();
    server.switches.set({ connection: 'normal' });
    await row.getByRole('button', { name: 'Reload' }).last().click();
    await expect(row.getByRole('heading')).toBeHidden();
  });
});
