import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { newPendingLogout, nextRetryAt, pendingLogoutView } from '../../../main/sessions/pending-logout.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const hour = 3_600_000;

async function pendingAt(app: HeadlessApp, server: Emulator) {
  const id = await app.add({ address: server.base }, operator.password);
  server.switches.only('/auth/logout/', { proxyError: '500' });
  await app.parts.logins.logout(id);
  expect(app.row(id).endings).toMatchObject([{ state: 'waiting' }]);
  return id;
}

/** How often the list is read during some work. */
async function looksOf(app: HeadlessApp, work: () => Promise<void>): Promise<number> {
  const { sessions } = app.parts;
  let looks = 0;
  const rows = sessions.rows.bind(sessions);
  sessions.rows = () => {
    looks += 1;
    return rows();
  };
  await work();
  await pause(400);
  sessions.rows = rows;
  return looks;
}

describe('the time of a pending log-out', { tags: ['row-33'] }, () => {
  test('that passes while the window is locked causes no polling', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    await app.parts.appLock.lock('asked');
    app.clock.aheadMs = hour;
    expect(await looksOf(app, () => app.parts.wakeUp())).toBeLessThan(30);
    server.switches.reset();
    await app.parts.appLock.unlock(null);
    await expect.poll(() => app.row(id).endings).toEqual([]);
    expect(server.liveTokens).toBe(0);
  });

  test('that passes after its token was lost causes no polling', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    const [ending] = app.row(id).endings;
    await app.parts.vault.forgetLogout(id, ending?.id ?? '');
    app.clock.aheadMs = hour;
    expect(await looksOf(app, () => app.parts.wakeUp())).toBeLessThan(30);
    expect(app.row(id).endings).toMatchObject([{ state: 'token-lost' }]);
  });

  for (const when of ['at the next start', 'while the app runs'])
    test(`ends with its session, also if its token was lost, ${when}`, async ({ app: first, server }) => {
      server.switches.set({ sessionSeconds: 600 });
      first.cipher.ready = false;
      const before = await first.restart();
      const id = await pendingAt(before, server);
      if (when === 'at the next start') before.clock.aheadMs = hour;
      const app = await before.restart();
      if (when !== 'at the next start') {
        expect(app.row(id).endings).toMatchObject([{ state: 'token-lost' }]);
        app.clock.aheadMs = hour;
        await app.parts.wakeUp();
      }
      expect(app.row(id).endings).toEqual([]);
    });

  test('is waited for only if something can be done then', () => {
    const profile = sampleProfile();
    const of = (until: number | null, place: 'here' | 'unreadable' | 'gone', asking = false) =>
      pendingLogoutView(newPendingLogout('e1', profile, until, 50), place, asking);
    expect(nextRetryAt([of(90, 'here'), of(70, 'gone')])).toBe(50);
    expect(nextRetryAt([of(90, 'gone'), of(70, 'gone')])).toBe(70);
    expect(nextRetryAt([of(70, 'unreadable'), of(null, 'gone'), of(70, 'here', true)])).toBeNull();
    expect(nextRetryAt([])).toBeNull();
  });
});
