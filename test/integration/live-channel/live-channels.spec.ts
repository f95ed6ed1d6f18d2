import { describe, expect, vi } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { startForeignServer } from '../../support/servers/foreign-server.ts';
import { startHttpProxy } from '../../support/servers/tunnel-proxy.ts';

/** Opens live channels from now on. */
function goLive(app: HeadlessApp): void {
  app.parts.applySettings({ ...app.parts.live.read().settings, liveChannels: true });
}

const isOpen = (app: HeadlessApp, ids: readonly ProfileId[]) =>
  expect.poll(() => ids.map((id) => app.row(id).channel), { timeout: 30_000 }).toEqual(ids.map(() => 'open'));

const verdictOf = (app: HeadlessApp, id: ProfileId) => {
  const { session } = app.row(id);
  return 'lastCheck' in session ? session.lastCheck?.verdict : session.phase;
};

describe('a live channel', () => {
  test('says within a second that a session was ended by another client, with 50 servers live', async ({
    app,
    serve,
  }) => {
    // On Linux all of 127.0.0.0/8 is the loopback interface.
    const server = await serve({ host: '0.0.0.0' });
    const ids: ProfileId[] = [];
    for (let nth = 1; nth <= 50; nth += 1) {
      const address = `http://127.0.0.${nth}:${server.port}`;
      ids.push(await app.add({ address, name: `Site ${nth}` }, operator.password));
    }
    goLive(app);
    await isOpen(app, ids);
    expect(server.upgrades).toHaveLength(50);
    const noted = vi.spyOn(app.parts.journal, 'note');
    const shownAt = new Map<ProfileId, number>();
    app.parts.live.watch(({ rows = [] }) => {
      for (const { profile } of rows)
        if (verdictOf(app, profile.id) === 'refused' && !shownAt.has(profile.id))
          shownAt.set(profile.id, performance.now());
    });
    const [id] = ids as [ProfileId];
    const found = app.parts.vault.find(app.row(id).profile);
    const token = found.kind === 'token' ? found.token.reveal() : '';
    const endedAt = performance.now();
    await fetch(`${server.base}/auth/logout/`, {
      method: 'POST',
      headers: { authorization: `Token ${token}` },
    });
    await expect.poll(() => shownAt.get(id) ?? 0, { timeout: 10_000 }).toBeGreaterThan(0);
    const tookMs = (shownAt.get(id) ?? 0) - endedAt;
    // What is promised; it takes some 10 ms.
    expect(tookMs).toBeLessThan(1_000);
    await expect.poll(() => app.row(id).channel).toBe('closed');
    expect(noted.mock.calls.filter(([what]) => what === 'session-refused')).toHaveLength(1);
    expect(ids.slice(1).map((other) => verdictOf(app, other))).toEqual(ids.slice(1).map(() => 'accepted'));
    expect(server.upgrades, 'a rejected token is sent no more').toHaveLength(50);
  }, 60_000);

  test('is understood on a server that shares no code with the emulator', async ({ app }) => {
    const foreign = await startForeignServer();
    try {
      const id = await app.add(
        { address: foreign.origin, userName: foreign.user.name },
        foreign.user.password,
      );
      goLive(app);
      await isOpen(app, [id]);
      expect(JSON.parse(foreign.greetings[0] ?? '{}')).toMatchObject({
        type: 'auth',
        data: { msg_groups: { ws_events: false, ws_clusters: false } },
      });
      foreign.endAll();
      await expect.poll(() => verdictOf(app, id)).toBe('refused');
      expect(foreign.greetings).toHaveLength(1);
    } finally {
      await foreign.close();
    }
  });

  test('is believed by a check only', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    goLive(app);
    await isOpen(app, [id]);
    // A server, or a proxy between, that lies: the check still finds the session.
    server.switches.set({ licence: '403' });
    await expect.poll(() => verdictOf(app, id)).toBe('licence');
    await expect.poll(() => app.row(id).channel).toBe('closed');
    expect(app.row(id).session.phase).toBe('active');
    server.switches.reset();
    await app.parts.checks.check(id);
    await isOpen(app, [id]);
  });

  test('is closed by a lock, by sleep, by a switch of one server or of all, and by quitting', async ({
    app,
    server,
  }) => {
    const ids = [
      await app.add({ address: server.base, name: 'One' }, operator.password),
      await app.add({ address: server.base, name: 'Two' }, operator.password),
    ] as const;
    goLive(app);
    await isOpen(app, ids);
    const sockets = () => app.parts.live.rows().filter(({ channel }) => channel === 'open').length;
    await app.parts.appLock.lock('asked');
    await expect.poll(sockets).toBe(0);
    const before = server.upgrades.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(server.upgrades).toHaveLength(before);
    await app.parts.appLock.unlock(null);
    await isOpen(app, ids);
    await app.parts.fallAsleep();
    await expect.poll(sockets).toBe(0);
    await app.parts.wakeUp();
    await isOpen(app, ids);
    app.parts.sessions.setHearsLive(ids[0], false);
    await expect.poll(sockets).toBe(1);
    expect(app.row(ids[0]).channel).toBe('off');
    app.parts.applySettings({ ...app.parts.live.read().settings, liveChannels: false });
    await expect.poll(sockets).toBe(0);
    const again = await app.restart({ liveChannels: true });
    await expect.poll(() => again.row(ids[1]).channel, { timeout: 20_000 }).toBe('open');
    expect(again.row(ids[0]).channel, 'the choice is saved').toBe('off');
    await again.parts.close();
    await expect.poll(() => again.row(ids[1]).channel).toBe('closed');
  }, 60_000);

  test('goes through the proxy of the profile', async ({ app, server }) => {
    const proxy = await startHttpProxy();
    try {
      const id = await app.add({ address: server.base });
      const profile = app.row(id).profile;
      app.parts.sessions.update({
        ...profile,
        proxy: { mode: 'fixed', url: `http://${proxy.place}` },
      });
      await app.parts.logins.login(id, operator.password, null);
      const asked = proxy.asked.length;
      goLive(app);
      await isOpen(app, [id]);
      expect(proxy.asked.length).toBe(asked + 1);
      expect(proxy.heard).not.toContain('token');
    } finally {
      await proxy.close();
    }
  });
});
