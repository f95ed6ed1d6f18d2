import { expect } from '@playwright/test';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { guard, operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { openWebWindow, webTitles } from '../../support/app/web-windows.ts';
import { filesHolding } from '../../support/canary.ts';

test('two users of one server work side by side, and nothing of one is seen by the other or left', async ({
  app,
  server,
  dataFolder,
}) => {
  server.rewrite('GET /', (answer) => ({
    ...answer,
    headers: { ...answer.headers, 'Cache-Control': 'max-age=3600' },
  }));
  const idOf = (user: { readonly name: string; readonly password: string }): Promise<ProfileId> =>
    app.page.evaluate(
      async ({ address, userName, password }) => {
        const draft = { address, name: userName, userName, tags: [], environment: 'none' } as const;
        const added = await window.bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
        const login = { profileId: added.value, password, faceToken: null, keepPassword: false };
        const loggedIn = await window.bridge.login(login);
        if (!loggedIn.ok) throw new Error(loggedIn.problem.code);
        return added.value;
      },
      { address: server.base, userName: user.name, password: user.password },
    );
  const [first, second] = [await idOf(operator), await idOf(guard)];
  const { view: one } = await openWebWindow(app, first, server.origin);
  await expect(one.getByText(`Logged in as ${operator.name}`)).toBeVisible();
  const canary = 'canary-5b1d7e90';
  const token = await one.evaluate(async (text) => {
    // biome-ignore lint/suspicious/noDocumentCookie: The test is about cookies.
    document.cookie = `kept=${text}; max-age=3600`;
    localStorage.setItem('kept', text);
    await (await caches?.open?.('kept'))?.put('/kept', new Response(text));
    indexedDB.open(text);
    return JSON.parse(localStorage.getItem('ivanov__AuthModule') ?? '{}').token as string;
  }, canary);
  expect(token).toMatch(/^[0-9a-f]{64}$/);

  const kept = () => [document.cookie.replace(/sessionid=\w+/, ''), ...Object.keys(localStorage)].join();
  const { view: other } = await openWebWindow(app, second, server.origin);
  await expect(other.getByText(`Logged in as ${guard.name}`)).toBeVisible();
  expect(await other.evaluate(kept)).not.toContain('kept');
  expect(await other.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(await one.evaluate(() => localStorage.getItem('kept'))).toBe(canary);

  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().endsWith('/toolbar.html')) window.close();
  });
  await expect.poll(() => webTitles(app)).toEqual([]);
  const before = server.count('GET /');
  const { view: again } = await openWebWindow(app, first, server.origin);
  await expect(again.getByText(`Logged in as ${operator.name}`)).toBeVisible();
  expect(await again.evaluate(kept)).not.toContain('kept=');
  expect(await again.evaluate(() => localStorage.getItem('kept'))).toBeNull();
  expect(server.count('GET /'), 'the page was not in a cache').toBe(before + 1);
  await app.close();
  expect(await filesHolding(dataFolder, canary)).toEqual([]);
  expect(await filesHolding(dataFolder, token)).toEqual([]);
});
