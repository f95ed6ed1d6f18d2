import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { test } from '../../support/headless-app.ts';
import { addServers, begin, facts, logins, over, patient, words } from './bulk-servers.ts';

describe('logging in to several servers', () => {
  test('runs one after another, with a session at each', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 4);
    for (const server of servers) server.switches.only('/auth/login/', { delayMs: 20 });
    expect(begin(app, ids)).toMatchObject({ ok: true });
    expect(begin(app, ids)).toMatchObject({ ok: false, problem: { code: 'bulk-login-under-way' } });
    const seen = new Set<number>();
    const stop = app.parts.live.watch(() => {
      seen.add(app.parts.live.rows().filter(({ session }) => session.phase === 'logging-in').length);
    });
    await over(app);
    stop();
    expect(Math.max(...seen)).toBe(1);
    expect(words(app)).toEqual(['done', 'done', 'done', 'done']);
    expect(logins(servers)).toEqual([1, 1, 1, 1]);
    expect(ids.map((id) => app.row(id).session.phase)).toEqual(ids.map(() => 'active'));
    app.parts.bulkLogins.close();
    expect(app.parts.live.read().bulkLogin).toBe(null);
  });

  test('stops at the first server that rejects the password', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 4);
    servers[1]?.changePassword(operator.name, 'Another-one-12');
    begin(app, ids);
    await over(app);
    expect(words(app)).toEqual(['done', 'wrong-password', 'refused-elsewhere', 'refused-elsewhere']);
    expect(logins(servers)).toEqual([1, 1, 0, 0]);
  });

  test('sends nothing after a rejection, whatever else happens', { timeout: 90_000 }, async ({
    app,
    serve,
  }) => {
    const { servers, ids } = await addServers(app, serve, 5);
    // An address where FindFace has answered is not probed again before a log-in.
    begin(app, ids);
    await over(app);
    const troubles = [
      'fine',
      'wrong',
      'wrong-here',
      'blocked',
      '503',
      'reset',
      'licence',
      'forbidden',
    ] as const;
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...troubles), { minLength: 5, maxLength: 5 }),
      async (of) => {
        servers.forEach((server, index) => {
          const trouble = of[index];
          server.forgetRequests();
          server.switches.reset();
          server.changePassword(
            operator.name,
            trouble === 'wrong' || trouble === 'wrong-here' ? 'Else-1234' : operator.password,
          );
          if (trouble === '503') server.switches.set({ proxyError: '503' });
          if (trouble === 'reset') server.switches.set({ connection: 'reset' });
          if (trouble === 'licence') server.switches.set({ licence: '403' });
        });
        const undo = servers.flatMap((server, index) =>
          of[index] === 'blocked' || of[index] === 'forbidden'
            ? [
                server.rewrite('POST /auth/login/', (response) => ({
                  ...response,
                  status: 403,
                  body: Buffer.from(
                    JSON.stringify({
                      code: of[index] === 'blocked' ? 'DEVICE_BLOCKED' : 'FORBIDDEN',
                      desc: '',
                    }),
                  ),
                })),
              ]
            : [],
        );
        begin(app, ids);
        await over(app);
        for (const stop of undo) stop();
        const refused = of.findIndex((trouble) => /wrong|forbidden/.test(trouble));
        for (const [index, count] of logins(servers).entries()) {
          const isLater = refused >= 0 && index > refused;
          // Without a successful probe no password is sent.
          const fewest = isLater || /503|reset|licence/.test(of[index] ?? '') ? 0 : 1;
          const shown = JSON.stringify([of, words(app), logins(servers)]);
          expect(count, shown).toBeGreaterThanOrEqual(fewest);
          expect(count, shown).toBeLessThanOrEqual(isLater ? 0 : 1);
        }
      },
    );
    await fc.assert(property, { numRuns: 15 });
  });

  test('skips servers that are unreachable or not trusted, and sends nothing there', async ({
    app,
    serve,
  }) => {
    const { servers, ids } = await addServers(app, serve, 2);
    const untrusted = await serve({ https: true });
    const dead = await serve();
    await dead.close();
    const odd = [
      await app.add({ address: untrusted.base, name: 'Untrusted' }),
      await app.add({ address: dead.base, name: 'Dead' }),
    ];
    begin(app, [...odd, ...ids]);
    await over(app);
    expect(words(app)).toEqual(['certificate-untrusted', 'server-unreachable', 'done', 'done']);
    expect(untrusted.requests).toEqual([]);
    expect(logins(servers)).toEqual([1, 1]);
  });

  test('skips profiles that were removed or changed, are busy, or require a face', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 6);
    const [first, gone, changed, busy, face, last] = ids as [
      ProfileId,
      ProfileId,
      ProfileId,
      ProfileId,
      ProfileId,
      ProfileId,
    ];
    const [firstServer, , changedServer, busyServer] = servers as [Emulator, Emulator, Emulator, Emulator];
    firstServer.switches.only('/auth/login/', { hang: true });
    busyServer.switches.only('/auth/login/', { hang: true });
    app.parts.live.change({
      rows: [{ ...app.row(face), server: { ...facts, authType: 'face_and_password' } }],
    });
    begin(app, [first, gone, changed, busy, face, last]);
    await expect.poll(() => firstServer.count('POST /auth/login/'), patient).toBe(1);
    await app.parts.profileRemoval.remove(gone, false);
    const draft = sampleDraft({ address: changedServer.base, name: 'Other', userName: 'admin' });
    await app.parts.profileEditor.edit(changed, draft);
    const other = app.parts.logins.login(busy, operator.password, null);
    app.parts.logins.cancelLogin(first);
    await over(app);
    expect(words(app)).toEqual(['cancelled', 'removed', 'changed', 'login-under-way', 'face-needed', 'done']);
    expect(logins(servers)).toEqual([1, 0, 0, 1, 0, 1]);
    app.parts.logins.cancelLogin(busy);
    await other;
  });

  test('can be stopped at any time, and sends nothing more', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 3);
    servers[1]?.switches.only('/auth/login/', { hang: true });
    begin(app, ids);
    await expect.poll(() => servers[1]?.count('POST /auth/login/'), patient).toBe(1);
    app.parts.bulkLogins.stop();
    await over(app);
    expect(words(app)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(logins(servers)).toEqual([1, 1, 0]);
    expect(app.row(ids[1] as ProfileId).session.phase).toBe('logged-out');
  });

  test('ends on lock, and reports nothing while locked', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 3);
    servers[0]?.switches.only('/auth/login/', { hang: true });
    begin(app, ids);
    await expect.poll(() => servers[0]?.count('POST /auth/login/'), patient).toBe(1);
    await app.parts.appLock.lock('asked');
    expect(app.parts.live.read().bulkLogin).toBe(null);
    expect(begin(app, ids)).toMatchObject({ ok: false, problem: { code: 'locked' } });
    await app.parts.appLock.unlock(null);
    expect(ids.map((id) => app.row(id).session.phase)).toEqual(ids.map(() => 'logged-out'));
    expect(logins(servers)).toEqual([1, 0, 0]);
    begin(app, ids.slice(1));
    await over(app);
    expect(words(app)).toEqual(['done', 'done']);
  });

  test('uses the password only for the user for whom it was typed', async ({ app, serve }) => {
    const { servers, ids } = await addServers(app, serve, 2);
    const foreign = await app.add({ address: servers[1]?.base ?? '', name: 'Foreign', userName: 'admin' });
    begin(app, [...ids, foreign]);
    await over(app);
    expect(words(app)).toEqual(['done', 'done', 'changed']);
    expect(begin(app, ids, { password: '' })).toMatchObject({ problem: { code: 'password-missing' } });
  });
});
