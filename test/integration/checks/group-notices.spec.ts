import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { type Desk, test } from '../../support/desk.ts';

const notices = ({ parts }: Desk) => parts.live.read().notices;

async function addServers(desk: Desk, address: string, count: number): Promise<readonly ProfileId[]> {
  return Promise.all(Array.from({ length: count }, () => desk.add({ address }, operator.password)));
}

describe('an outage of many servers', () => {
  test('is one notice for fifty rejections, and disappears with new log-ins', {
    tags: ['row-18'],
    timeout: 170_000,
  }, async ({ desk, server }) => {
    const ids = await addServers(desk, server.base, 50);
    server.endSessions(operator.name);
    await desk.parts.checks.checkAll();
    await expect.poll(() => notices(desk)).toMatchObject([{ code: 'sessions-refused', count: 50 }]);
    const [notice] = notices(desk);
    const [first] = ids as [ProfileId];
    await desk.parts.logins.login(first, operator.password, null);
    await expect.poll(() => notices(desk)).toMatchObject([{ id: notice?.id, count: 49 }]);
    for (const id of ids.slice(1, 48)) await desk.parts.profileEditor.remove(id, false);
    await expect.poll(() => notices(desk)).toEqual([]);
  });

  test('is shown by the rows only, for two servers', async ({ desk, server }) => {
    await addServers(desk, server.base, 2);
    server.endSessions(operator.name);
    await desk.parts.checks.checkAll();
    expect(notices(desk)).toEqual([]);
  });

  test('is not reported again once dismissed', async ({ desk, server }) => {
    await addServers(desk, server.base, 4);
    server.switches.only('/users/me/', { connection: 'reset' });
    await desk.parts.checks.checkAll();
    await expect.poll(() => notices(desk)).toMatchObject([{ code: 'servers-unreachable', count: 4 }]);
    desk.parts.notices.dismiss(notices(desk)[0]?.id ?? '');
    await desk.parts.checks.checkAll();
    expect(notices(desk)).toEqual([]);
  });
});

describe('rights that a server changes', () => {
  test('are kept until seen, and rights that come back are not lost', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base }, operator.password);
    expect(desk.row(id).rightsChange).toBeNull();
    server.changeRole(operator.name, 3);
    await desk.parts.checks.check(id);
    await expect.poll(() => desk.row(id).rightsChange?.lost ?? 0).toBeGreaterThan(0);
    expect(desk.parts.sessions.rightsChange(id)).toMatchObject({ role: { from: 'operator', to: 'user' } });
    expect(desk.parts.sessions.rightsChange(id)?.lost.names).toHaveLength(20);

    const again = await desk.restart();
    expect(again.row(id).rightsChange?.lost).toBeGreaterThan(20);
    again.parts.sessions.setRightsChange(id, null);
    server.changeRole(operator.name, 2);
    await again.parts.checks.check(id);
    await expect.poll(() => again.row(id).rightsChange?.gained ?? 0).toBeGreaterThan(0);
    expect(again.row(id).rightsChange?.lost).toBe(0);
    const filter = { profileId: id, kind: 'sessions', text: '' } as const;
    const { entries } = await again.parts.journal.readPage(filter, null, 9);
    expect(entries.filter(({ what }) => what === 'rights-changed')).toHaveLength(2);
  });
});
