import { describe, expect } from 'vitest';
import type { Verdict } from '../../../contract/sessions/session.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Switches } from '../../emulator/switches/switch-table.ts';
import { answersOf } from '../../support/answers.ts';
import { test } from '../../support/headless-app.ts';

const answers: readonly [title: string, changes: Partial<Switches>, verdict: Verdict][] = [
  ['accepts the token', {}, 'accepted'],
  ['has no valid licence (401)', { licence: '401' }, 'licence'],
  ['has no valid licence (403)', { licence: '403' }, 'licence'],
  ['fails', { proxyError: '500' }, 'uncertain'],
  ['is behind a gateway that fails', { proxyError: '503' }, 'uncertain'],
  ['wants us to be slower', { proxyError: '429' }, 'uncertain'],
  ['is hidden by a captive portal', { captivePortal: true }, 'uncertain'],
  ['hangs up', { connection: 'reset' }, 'unreachable'],
  ['points elsewhere', { redirectTo: 'https://127.0.0.1:9' }, 'uncertain'],
];

describe('a check', () => {
  for (const [title, changes, verdict] of answers) {
    test(`of a server that ${title} ends with "${verdict}" and keeps the token`, {
      tags: ['row-21'],
    }, async ({ app, server }) => {
      const id = await app.add({ address: server.base }, operator.password);
      server.switches.only('/users/me/', changes);
      await app.parts.checks.check(id);
      expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict } });
      expect(app.parts.vault.find(app.row(id).profile).kind).toBe('token');
    });
  }

  test('is in the history that the details show, until its profile is removed', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const before = (await app.parts.checkHistory.pointsOf(id)).length;
    await app.parts.checks.check(id);
    server.switches.only('/users/me/', { connection: 'reset' });
    await app.parts.checks.check(id);
    const details = await answersOf(app).readDetails({ profileId: id });
    expect(details.ok ? details.value.checks.slice(before) : details).toEqual([
      { verdict: 'accepted', at: expect.any(Number), tookMs: expect.any(Number) },
      { verdict: 'unreachable', at: expect.any(Number), tookMs: null },
    ]);
    await app.parts.profileRemoval.remove(id, false);
    expect(await app.parts.checkHistory.pointsOf(id)).toEqual([]);
  });

  test('without a Date header keeps the known clock skew', async ({ app, server }) => {
    server.switches.set({ clockOffsetSeconds: 86_400 });
    const id = await app.add({ address: server.base }, operator.password);
    const { session } = app.row(id);
    server.switches.set({ dateHeader: 'absent' });
    await app.parts.checks.check(id);
    const { expiresAt, skewMs } = session.phase === 'active' ? session : { expiresAt: null, skewMs: 0 };
    expect(Math.abs(skewMs - 86_400_000)).toBeLessThan(30_000);
    expect(app.row(id).session).toMatchObject({ expiresAt, skewMs, lastCheck: { verdict: 'accepted' } });
  });

  test('does not ask an overloaded server for its info, but any other server that failed', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const asked = () => server.count('/config.json');
    await expect.poll(asked, { message: 'a login does' }).toBe(1);
    for (const proxyError of ['429', '503', '500'] as const) {
      server.switches.only('/users/me/', { proxyError });
      await app.parts.checks.check(id, true);
    }
    // Requests caused by the first two would have arrived by now.
    await expect.poll(asked).toBe(2);
    expect(server.requests.slice(-2).map(({ path }) => path)).toEqual(['/users/me/', '/config.json']);
  });

  test('of an ended session is a rejection in every error format', {
    tags: ['row-18'],
  }, async ({ app, server }) => {
    for (const errorStyle of ['findface', 'drf', 'knox'] as const) {
      server.switches.set({ errorStyle });
      const id = await app.add({ address: server.base }, operator.password);
      server.endSessions(operator.name);
      await app.parts.checks.check(id);
      expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
    }
  });

  test('never opens a session automatically', { tags: ['row-21'] }, async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.endSessions(operator.name);
    server.forgetRequests();
    for (const _ of [1, 2, 3]) await app.parts.checks.check(id);
    expect(server.count('POST /auth/login/')).toBe(0);
    expect(server.count('/users/me/')).toBe(3);
  });

  test('requested many times at once sends one request', { tags: ['row-52'] }, async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.forgetRequests();
    await Promise.all(Array.from({ length: 20 }, () => app.parts.checks.check(id)));
    expect(server.count('/users/me/')).toBe(1);
  });

  test('that ends after a new log-in does not affect the new session', {
    tags: ['row-53'],
  }, async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.switches.only('/users/me/', { delayMs: 150 }, 1);
    server.forgetRequests();
    const check = app.parts.checks.check(id);
    await expect.poll(() => server.count('/users/me/')).toBe(1);
    server.endSessions(operator.name);
    await app.parts.logins.login(id, operator.password, null);
    await check;
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
  });

  test('moves the expiry of a session when the clock skew changes', {
    tags: ['row-126'],
  }, async ({ app, serve }) => {
    const server = await serve({ switches: { clockOffsetSeconds: 86_400 } });
    const id = await app.add({ address: server.base }, operator.password);
    const { session } = app.row(id);
    if (session.phase !== 'active' || session.expiresAt === null) throw new Error('not active');
    // The server's clock is a day ahead, and so is its expiry; the skew corrects it.
    const expected = Date.now() + 15_552_000_000;
    expect(Math.abs(session.expiresAt - expected)).toBeLessThan(10_000);
    expect(Math.abs(session.skewMs - 86_400_000)).toBeLessThan(5_000);
  });

  test('of fifty sessions runs eight at once and completes all', { tags: ['row-51'] }, async ({
    app,
    server,
  }) => {
    const ids = await Promise.all(Array.from({ length: 50 }, () => app.add({ address: server.base })));
    for (const id of ids) await app.parts.logins.login(id, operator.password, null);
    server.switches.only('/users/me/', { delayMs: 30 });
    server.forgetRequests();
    await app.parts.manySessions.checkAll();
    expect(server.count('/users/me/')).toBe(50);
    expect(server.maxAtOnce).toBeLessThanOrEqual(8);
    for (const id of ids) expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
  });
});
