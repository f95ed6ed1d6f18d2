import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

describe('fifty checks at once', () => {
  test('are at most eight requests at once, in list order, with the next eight connections open', {
    tags: ['row-51'],
  }, async ({ app, server }) => {
    const user = await userOf(server.origin);
    const open = new Set<Socket>();
    const asked: string[] = [];
    let running = 0;
    let maxRunning = 0;
    let maxOpen = 0;
    const slow = createServer(async (request, response) => {
      if (request.url?.endsWith('/auth/login/')) {
        request.resume();
        const token = 'ab12'.repeat(16);
        const end = new Date(Date.now() + 86_400_000).toISOString();
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ token, user, token_expiration_datetime: end }));
        return;
      }
      if (request.url !== '/users/me/') {
        response.writeHead(404).end();
        return;
      }
      asked.push(String(request.headers['x-uuid']));
      running += 1;
      maxRunning = Math.max(maxRunning, running);
      // By then the closing of idle sockets has been noticed.
      await pause(40);
      maxOpen = Math.max(maxOpen, open.size);
      running -= 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(user));
    });
    slow.on('connection', (socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    await Promise.all(Array.from({ length: 50 }, () => app.add({ address }, operator.password)));
    // The sockets of the log-ins are not counted.
    slow.closeIdleConnections();
    await expect.poll(() => open.size).toBe(0);

    await app.parts.manySessions.checkAll();
    expect(asked).toHaveLength(50);
    expect(maxRunning).toBeGreaterThan(1);
    expect(maxRunning).toBeLessThanOrEqual(8);
    expect(maxOpen).toBeGreaterThan(8);
    expect(maxOpen).toBeLessThanOrEqual(16);
    // Only concurrent checks may arrive in another order.
    const listed = app.parts.live.rows().map(({ profile }) => profile.deviceId);
    for (const [place, deviceId] of asked.entries())
      expect(Math.abs(listed.indexOf(deviceId) - place)).toBeLessThan(8);
    await expect.poll(() => open.size).toBe(0);
    slow.close();
  });
});

/** A user as returned by a server. */
async function userOf(origin: string): Promise<unknown> {
  const basic = Buffer.from(`${operator.name}:${operator.password}`).toString('base64');
  const answer = await fetch(`${origin}/auth/login/`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify({ uuid: 'test' }),
  });
  const { user } = (await answer.json()) as { readonly user: unknown };
  return user;
}
