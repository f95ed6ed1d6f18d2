import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { directoryUser, operator } from '../../emulator/default-users.ts';
import { filesHolding, holds } from '../../support/canary.ts';
import { test } from '../../support/headless-app.ts';
import { addServers, begin, facts, logins, over, words } from './bulk-servers.ts';

describe('a domain account at several servers', () => {
  const domain = { userName: directoryUser.name, password: directoryUser.password };

  test('needs the agreement of the person', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 2, directoryUser.name);
    const rows = ids.map((id) => ({ ...app.row(id), server: { ...facts, activeDirectory: true } }));
    app.parts.live.change({ rows });
    expect(begin(app, ids, domain)).toMatchObject({ ok: false, problem: { code: 'domain-not-agreed' } });
    expect(logins(servers)).toEqual([0, 0]);
    expect(app.parts.live.read().bulkLogin).toBe(null);
    expect(begin(app, ids, { ...domain, domainAgreed: true })).toMatchObject({ ok: true });
    await over(app);
    expect(words(app)).toEqual(['done', 'done']);
    app.parts.live.change({ rows: ids.map((id) => ({ ...app.row(id), server: null })) });
    expect(begin(app, ids, domain), 'the server has told it').toMatchObject({ ok: false });
  });

  test('is not tried again once its password may have been rejected', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 3, directoryUser.name);
    const [first] = ids as [ProfileId];
    app.parts.live.change({
      rows: [{ ...app.row(first), server: { ...facts, activeDirectory: true } }],
    });
    servers[0]?.switches.set({ proxyError: '503' });
    begin(app, ids, { ...domain, domainAgreed: true });
    await over(app);
    expect(words(app)).toEqual(['server-unavailable', 'domain-tried', 'domain-tried']);
    expect(logins(servers)).toEqual([1, 0, 0]);
  });
});

describe('the password for several servers', () => {
  test('is kept while it may still be sent, and dropped at the end', async ({ app, serve }) => {
    const { ids } = await addServers(app, serve, 2);
    const { bulkLogins } = app.parts;
    expect(bulkLogins.holdsPassword).toBe(false);
    begin(app, ids);
    expect(bulkLogins.holdsPassword).toBe(true);
    await over(app);
    expect(words(app)).toEqual(['done', 'done']);
    await expect.poll(() => bulkLogins.holdsPassword).toBe(false);
  });

  test('is dropped at once after a rejection, a cancellation or a lock', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 2);
    const { bulkLogins } = app.parts;
    for (const server of servers) server.changePassword(operator.name, 'Another-one-12');
    begin(app, ids);
    await expect.poll(() => words(app)[0]).toBe('wrong-password');
    expect(bulkLogins.holdsPassword, 'refused').toBe(false);
    await over(app);
    for (const server of servers) server.switches.only('/auth/login/', { delayMs: 5_000 });
    begin(app, ids);
    expect(bulkLogins.holdsPassword).toBe(true);
    bulkLogins.stop();
    expect(bulkLogins.holdsPassword, 'cancelled').toBe(false);
    await over(app);
    begin(app, ids);
    expect(bulkLogins.holdsPassword).toBe(true);
    const locking = app.parts.appLock.lock('asked');
    expect(bulkLogins.holdsPassword, 'locked').toBe(false);
    await locking;
  });

  test('is in no state, no file and no log', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 3);
    servers[1]?.changePassword(operator.name, 'Another-one-12');
    const told: string[] = [];
    const stop = app.parts.live.watch((change) => told.push(JSON.stringify(change)));
    begin(app, ids);
    await over(app);
    stop();
    told.push(JSON.stringify(app.parts.live.read()), JSON.stringify(app.parts.bulkLogins));
    await app.parts.close();
    expect(await readFile(join(app.folder, 'journal.jsonl'), 'utf8')).toContain('login-refused');
    expect(holds(told.join('\n'), operator.password)).toBe(false);
    expect(await filesHolding(app.folder, operator.password)).toEqual([]);
  });
});
