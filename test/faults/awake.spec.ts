import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/desk.ts';

test.describe('a computer that wakes up without a network', () => {
  test('asks nobody by itself, and a check of everything floods nobody', { tag: ['@row-129'] }, async ({
    desk,
    serve,
  }) => {
    const server = await serve();
    const ids = [];
    for (let at = 0; at < 5; at += 1) ids.push(await desk.add({ address: server.base }, operator.password));
    server.forgetRequests();
    await desk.parts.wakeUp();
    expect(server.requests).toEqual([]);
    await server.close();
    await desk.parts.checks.checkAll();
    expect(desk.parts.live.read().notices).toEqual([]);
    for (const id of ids)
      expect(desk.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'unreachable' } });
  });
});
