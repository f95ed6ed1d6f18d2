import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { empty } from '../../emulator/http/answer.ts';
import { test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { openWebWindow } from '../../support/app/web-windows.ts';

test.describe('API docs', () => {
  test('are authorized, and their page has no token', async ({ app, server }) => {
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const { view } = await openWebWindow(app, [...ids.values()][0] as never, server.origin, 'api-docs');
    await view.getByRole('button', { name: 'Try it' }).click();
    await expect(view.locator('#reply')).toHaveText(`200 ${operator.name}`);
    expect(await view.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], '']);
    await view.getByLabel('API key').fill('Token wrong');
    await view.getByRole('button', { name: 'Try it' }).click();
    await expect(view.locator('#reply')).toHaveText('401 UNAUTHORIZED');
  });

  test('send the header to no other origin, also not by a redirect', async ({ app, server }) => {
    const heard: IncomingHttpHeaders[] = [];
    const stranger = createServer((request, response) => {
      heard.push(request.headers);
      response.writeHead(200, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' });
      response.end('{}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
    server.rewrite('GET /elsewhere/', () => empty(302, { Location: elsewhere }));
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const { view } = await openWebWindow(app, [...ids.values()][0] as never, server.origin, 'api-docs');
    const asked = await view.evaluate(async (url) => {
      const status = (target: string) =>
        fetch(target).then(
          ({ ok }) => ok,
          () => 'refused',
        );
      return [await status('/elsewhere/'), await status(url), await status('/users/me/')];
    }, elsewhere);
    expect(asked).toEqual(['refused', 'refused', true]);
    stranger.close();
    expect(heard).toEqual([]);
  });
});
