import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { directoryUser, operator } from '../../emulator/default-users.ts';
import { filesHolding, holds } from '../../support/canary.ts';
import { test } from '../../support/desk.ts';
import { addServers, begin, facts, logins, over, words } from './bulk-servers.ts';

describe('a domain account at several servers', () => {
  const domain = { userName: directoryUser.name, password: directoryUser.password };

  test('needs the agreement of the person', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 2, directoryUser.name);
    const rows = ids.map((id) => ({ ...desk.row(id), server: { ...facts, activeDirectory: true } }));
    desk.parts.live.change({ rows });
    expect(begin(desk, ids, domain)).toMatchObject({ ok: false, problem: { code: 'domain-not-agreed' } });
    expect(logins(servers)).toEqual([0, 0]);
    expect(desk.parts.live.read().bulkLogin).toBe(null);
    expect(begin(desk, ids, { ...domain, domainAgreed: true })).toMatchObject({ ok: true });
    await over(desk);
    expect(words(desk)).toEqual(['done', 'done']);
    desk.parts.live.change({ rows: ids.map((id) => ({ ...desk.row(id), server: null })) });
    expect(begin(desk, ids, domain), 'the server has told it').toMatchObject({ ok: false });
  });

  test('is not tried again once its password may have been rejected', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 3, directoryUser.name);
    const [first] = ids as [ProfileId];
    desk.parts.live.change({
      rows: [{ ...desk.row(first), server: { ...facts, activeDirectory: true } }],
    });
    servers[0]?.switches.set({ proxyError: '503' });
    begin(desk, ids, { ...domain, domainAgreed: true });
    await over(desk);
    expect(words(desk)).toEqual(['server-unavailable', 'domain-tried', 'domain-tried']);
    expect(logins(servers)).toEqual([1, 0, 0]);
  });
});

describe('the password for several servers', () => {
  test('is kept while it may still be sent, and dropped at the end', async ({ desk, serve }) => {
    const { ids } = await addServers(desk, serve, 2);
    const { bulkLogins } = desk.parts;
    expect(bulkLogins.holdsPassword).toBe(false);
    begin(desk, ids);
    expect(bulkLogins.holdsPassword).toBe(true);
    await over(desk);
    expect(words(desk)).toEqual(['done', 'done']);
    await expect.poll(() => bulkLogins.holdsPassword).toBe(false);
  });

  test('is dropped at once after a rejection, a cancellation or a lock', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 2);
    const { bulkLogins } = desk.parts;
    for (const server of servers) server.changePassword(operator.name, 'Another-one-12');
    begin(desk, ids);
    await expect.poll(() => words(desk)[0]).toBe('wrong-password');
    expect(bulkLogins.holdsPassword, 'refused').toBe(false);
    await over(desk);
    for (const server of servers) server.switches.only('/auth/login/', { delayMs: 5_000 });
    begin(desk, ids);
    expect(bulkLogins.holdsPassword).toBe(true);
    bulkLogins.stop();
    expect(bulkLogins.holdsPassword, 'cancelled').toBe(false);
    await over(desk);
    begin(desk, ids);
    expect(bulkLogins.holdsPassword).toBe(true);
    const locking = desk.parts.appLock.lock('asked');
    expect(bulkLogins.holdsPassword, 'locked').toBe(false);
    await locking;
  });

  test('is in no state, no file and no log', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 3);
    servers[1]?.changePassword(operator.name, 'Another-one-12');
    const told: string[] = [];
    const stop = desk.parts.live.watch((change) => told.push(JSON.stringify(change)));
    begin(desk, ids);
    await over(desk);
    stop();
    told.push(JSON.stringify(desk.parts.live.read()), JSON.stringify(desk.parts.bulkLogins));
    await desk.parts.close();
    expect(await readFile(join(desk.folder, 'journal.jsonl'), 'utf8')).toContain('login-refused');
    expect(holds(told.join('\n'), operator.password)).toBe(false);
    expect(await filesHolding(desk.folder, operator.password)).toEqual([]);
  });
});
