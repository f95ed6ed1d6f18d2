import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/desk.ts';

describe('a computer that wakes up without a network', () => {
  test('does not check at once, and reports all unreachable servers in one notice, which disappears automatically', {
    tags: ['row-129'],
  }, async ({ desk, serve }) => {
    const server = await serve();
    const ids = [];
    for (let at = 0; at < 5; at += 1) ids.push(await desk.add({ address: server.base }, operator.password));
    server.forgetRequests();
    await desk.parts.wakeUp();
    expect(server.requests).toEqual([]);
    server.switches.only('/users/me/', { connection: 'reset' });
    await desk.parts.checks.checkAll();
    const notices = () => desk.parts.live.read().notices;
    await expect.poll(notices).toMatchObject([{ code: 'servers-unreachable', count: 5 }]);
    for (const id of ids)
      expect(desk.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'unreachable' } });
    server.switches.reset();
    await desk.parts.checks.checkAll();
    await expect.poll(notices).toEqual([]);
  });
});
