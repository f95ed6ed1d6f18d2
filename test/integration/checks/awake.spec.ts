import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

describe('a computer that wakes up without a network', () => {
  test('does not check at once, and reports all unreachable servers in one notice, which disappears automatically', {
    tags: ['row-129'],
  }, async ({ app, serve }) => {
    const server = await serve();
    const ids = [];
    for (let at = 0; at < 5; at += 1) ids.push(await app.add({ address: server.base }, operator.password));
    server.forgetRequests();
    await app.parts.wakeUp();
    expect(server.requests).toEqual([]);
    server.switches.only('/users/me/', { connection: 'reset' });
    await app.parts.manySessions.checkAll();
    const notices = () => app.parts.live.read().notices;
    await expect.poll(notices).toMatchObject([{ code: 'servers-unreachable', count: 5 }]);
    for (const id of ids)
      expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'unreachable' } });
    server.switches.reset();
    await app.parts.manySessions.checkAll();
    await expect.poll(notices).toEqual([]);
  });
});
