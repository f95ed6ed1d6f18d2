import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const notices = ({ parts }: HeadlessApp) => parts.live.read().notices;

async function addServers(app: HeadlessApp, address: string, count: number): Promise<readonly ProfileId[]> {
  return Promise.all(Array.from({ length: count }, () => app.add({ address }, operator.password)));
}

describe('an outage of many servers', () => {
  test('is one notice for fifty rejections, and disappears with new log-ins', {
    tags: ['row-18'],
    timeout: 170_000,
  }, async ({ app, server }) => {
    const ids = await addServers(app, server.base, 50);
    server.endSessions(operator.name);
    await app.parts.manySessions.checkAll();
    await expect.poll(() => notices(app)).toMatchObject([{ code: 'sessions-refused', count: 50 }]);
    const [notice] = notices(app);
    const [first] = ids as [ProfileId];
    await app.parts.logins.login(first, operator.password, null);
    await expect.poll(() => notices(app)).toMatchObject([{ id: notice?.id, count: 49 }]);
    for (const id of ids.slice(1, 48)) await app.parts.profileRemoval.remove(id, false);
    await expect.poll(() => notices(app)).toEqual([]);
  });

  test('is shown by the rows only, for two servers', async ({ app, server }) => {
    await addServers(app, server.base, 2);
    server.endSessions(operator.name);
    await app.parts.manySessions.checkAll();
    expect(notices(app)).toEqual([]);
  });

  test('leaves hidden servers out', async ({ app, server }) => {
    const ids = await addServers(app, server.base, 4);
    server.endSessions(operator.name);
    await app.parts.manyChanges.change(ids.slice(0, 2), { hidden: true });
    for (const id of ids) await app.parts.checks.check(id);
    expect(notices(app)).toEqual([]);
  });

  test('is not reported again once dismissed', async ({ app, server }) => {
    await addServers(app, server.base, 4);
    server.switches.only('/users/me/', { connection: 'reset' });
    await app.parts.manySessions.checkAll();
    await expect.poll(() => notices(app)).toMatchObject([{ code: 'servers-unreachable', count: 4 }]);
    app.parts.notices.dismiss(notices(app)[0]?.id ?? '');
    await app.parts.manySessions.checkAll();
    expect(notices(app)).toEqual([]);
  });
});

describe('rights that a server changes', () => {
  test('are kept until seen, and rights that come back are not lost', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    expect(app.row(id).rightsChange).toBeNull();
    server.changeRole(operator.name, 3);
    await app.parts.checks.check(id);
    await expect.poll(() => app.row(id).rightsChange?.lost ?? 0).toBeGreaterThan(0);
    expect(app.parts.sessions.rightsChange(id)).toMatchObject({ role: { from: 'operator', to: 'user' } });
    expect(app.parts.sessions.rightsChange(id)?.lost.names).toHaveLength(20);

    const again = await app.restart();
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
