import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { test } from '../../support/desk.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { addServers, begin, facts, logins, over, patient, words } from './bulk-servers.ts';

describe('logging in to several servers', () => {
  test('runs one after another, with a session at each', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 4);
    for (const server of servers) server.switches.only('/auth/login/', { delayMs: 20 });
    expect(begin(desk, ids)).toMatchObject({ ok: true });
    expect(begin(desk, ids)).toMatchObject({ ok: false, problem: { code: 'bulk-login-under-way' } });
    const seen = new Set<number>();
    const stop = desk.parts.live.watch(() => {
      seen.add(desk.parts.live.rows().filter(({ session }) => session.phase === 'logging-in').length);
    });
    await over(desk);
    stop();
    expect(Math.max(...seen)).toBe(1);
    expect(words(desk)).toEqual(['done', 'done', 'done', 'done']);
    expect(logins(servers)).toEqual([1, 1, 1, 1]);
    expect(ids.map((id) => desk.row(id).session.phase)).toEqual(ids.map(() => 'active'));
    desk.parts.bulkLogins.close();
    expect(desk.parts.live.read().bulkLogin).toBe(null);
  });

  test('stops at the first server that rejects the password', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 4);
    servers[1]?.changePassword(operator.name, 'Another-one-12');
    begin(desk, ids);
    await over(desk);
    expect(words(desk)).toEqual(['done', 'wrong-password', 'refused-elsewhere', 'refused-elsewhere']);
    expect(logins(servers)).toEqual([1, 1, 0, 0]);
  });

  test('sends nothing after a rejection, whatever else happens', { timeout: 90_000 }, async ({
    desk,
    serve,
  }) => {
    const { servers, ids } = await addServers(desk, serve, 5);
    // An address where FindFace has answered is not probed again before a log-in.
    begin(desk, ids);
    await over(desk);
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
        begin(desk, ids);
        await over(desk);
        for (const stop of undo) stop();
        const refused = of.findIndex((trouble) => /wrong|forbidden/.test(trouble));
        for (const [index, count] of logins(servers).entries()) {
          const isLater = refused >= 0 && index > refused;
          // Without a successful probe no password is sent.
          const fewest = isLater || /503|reset|licence/.test(of[index] ?? '') ? 0 : 1;
          const shown = JSON.stringify([of, words(desk), logins(servers)]);
          expect(count, shown).toBeGreaterThanOrEqual(fewest);
          expect(count, shown).toBeLessThanOrEqual(isLater ? 0 : 1);
        }
      },
    );
    await fc.assert(property, { numRuns: 15 });
  });

  test('skips servers that are unreachable or not trusted, and sends nothing there', async ({
    desk,
    serve,
  }) => {
    const { servers, ids } = await addServers(desk, serve, 2);
    const untrusted = await serve({ https: true });
    const dead = await serve();
    await dead.close();
    const odd = [
      await desk.add({ address: untrusted.base, name: 'Untrusted' }),
      await desk.add({ address: dead.base, name: 'Dead' }),
    ];
    begin(desk, [...odd, ...ids]);
    await over(desk);
    expect(words(desk)).toEqual(['certificate-untrusted', 'server-unreachable', 'done', 'done']);
    expect(untrusted.requests).toEqual([]);
    expect(logins(servers)).toEqual([1, 1]);
  });

  test('skips profiles that were removed or changed, are busy, or require a face', async ({
    desk,
    serve,
  }) => {
    const { servers, ids } = await addServers(desk, serve, 6);
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
    desk.parts.live.change({
      rows: [{ ...desk.row(face), server: { ...facts, authType: 'face_and_password' } }],
    });
    begin(desk, [first, gone, changed, busy, face, last]);
    await expect.poll(() => firstServer.count('POST /auth/login/'), patient).toBe(1);
    await desk.parts.profileEditor.remove(gone, false);
    const draft = sampleDraft({ address: changedServer.base, name: 'Other', userName: 'admin' });
    await desk.parts.profileEditor.edit(changed, draft);
    const other = desk.parts.logins.login(busy, operator.password, null);
    desk.parts.logins.cancelLogin(first);
    await over(desk);
    expect(words(desk)).toEqual([
      'cancelled',
      'removed',
      'changed',
      'login-under-way',
      'face-needed',
      'done',
    ]);
    expect(logins(servers)).toEqual([1, 0, 0, 1, 0, 1]);
    desk.parts.logins.cancelLogin(busy);
    await other;
  });

  test('can be stopped at any time, and sends nothing more', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 3);
    servers[1]?.switches.only('/auth/login/', { hang: true });
    begin(desk, ids);
    await expect.poll(() => servers[1]?.count('POST /auth/login/'), patient).toBe(1);
    desk.parts.bulkLogins.stop();
    await over(desk);
    expect(words(desk)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(logins(servers)).toEqual([1, 1, 0]);
    expect(desk.row(ids[1] as ProfileId).session.phase).toBe('logged-out');
  });

  test('ends on lock, and reports nothing while locked', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 3);
    servers[0]?.switches.only('/auth/login/', { hang: true });
    begin(desk, ids);
    await expect.poll(() => servers[0]?.count('POST /auth/login/'), patient).toBe(1);
    await desk.parts.appLock.lock('asked');
    expect(desk.parts.live.read().bulkLogin).toBe(null);
    expect(begin(desk, ids)).toMatchObject({ ok: false, problem: { code: 'locked' } });
    await desk.parts.appLock.unlock(null);
    expect(ids.map((id) => desk.row(id).session.phase)).toEqual(ids.map(() => 'logged-out'));
    expect(logins(servers)).toEqual([1, 0, 0]);
    begin(desk, ids.slice(1));
    await over(desk);
    expect(words(desk)).toEqual(['done', 'done']);
  });

  test('uses the password only for the user for whom it was typed', async ({ desk, serve }) => {
    const { servers, ids } = await addServers(desk, serve, 2);
    const foreign = await desk.add({ address: servers[1]?.base ?? '', name: 'Foreign', userName: 'admin' });
    begin(desk, [...ids, foreign]);
    await over(desk);
    expect(words(desk)).toEqual(['done', 'done', 'changed']);
    expect(begin(desk, ids, { password: '' })).toMatchObject({ problem: { code: 'password-missing' } });
  });
});
