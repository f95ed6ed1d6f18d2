import { describe, expect } from 'vitest';
import { guard, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const { password, name: userName } = operator;

/** Opens a page of a server as a logged-in user, and returns its window. */
async function opened(app: HeadlessApp, { base }: Emulator, page: 'interface' | 'api-docs' = 'interface') {
  const id = await app.add({ address: base, userName, name: 'Airport' }, password);
  const web = await app.parts.webWindows();
  expect(await web.open(id, page)).toMatchObject({ ok: true });
  const window = app.web.windows.at(-1);
  if (!window) throw new Error('No window was opened');
  const token = app.parts.vault.find(app.row(id).profile);
  return { id, web, ...window, token: token.kind === 'token' ? token.token.reveal() : '' };
}

const ends = expect.poll;

describe('a web window', () => {
  test('gets the session of its profile once, and its title', async ({ app, server }) => {
    const { plan, token } = await opened(app, server);
    expect(plan).toMatchObject({ title: 'Airport – ivanov', origin: server.origin, page: 'interface' });
    expect(plan.startUrl).toBe(`${server.origin}/`);
    const [entry, last] = plan.takeEntries();
    expect(last).toEqual(['lastKey', userName]);
    expect(JSON.parse(entry?.[1] ?? '')).toMatchObject({ token });
    expect(plan.takeEntries()).toEqual([]);
    expect(plan.token()).toBeNull();
    expect(JSON.stringify([plan.facts, plan.title])).not.toContain(token);
  });

  test('of API docs gets no entries, but the header', async ({ app, server }) => {
    const { plan, token } = await opened(app, server, 'api-docs');
    expect(plan.startUrl).toBe(`${server.origin}/api-docs/`);
    expect(plan.takeEntries()).toEqual([]);
    expect(plan.token()).toBe(token);
    expect(plan.title).toBe('Airport – ivanov – API docs');
  });

  test('of API docs begins below the path of the API', async ({ app, serve }) => {
    const server = await serve({ switches: { prefix: '/api' } });
    const { plan } = await opened(app, server, 'api-docs');
    expect(plan.startUrl).toBe(`${server.origin}/api/api-docs/`);
    expect((await fetch(plan.startUrl)).status).toBe(200);
  });

  test('is opened once, and then brought to the front', async ({ app, server }) => {
    const { id, web, did } = await opened(app, server);
    await Promise.all([web.open(id, 'interface'), web.open(id, 'interface')]);
    expect(app.web.windows).toHaveLength(1);
    expect(did).toContain('focus');
    await web.open(id, 'api-docs');
    expect(app.web.windows).toHaveLength(2);
  });

  test('is in the journal', async ({ app, server }) => {
    await opened(app, server);
    const entries = await app.parts.journal.readAll({ profileId: null, kind: 'sessions', text: '' });
    expect(entries[0]).toMatchObject({
      what: 'web-page-opened',
      facts: { page: 'interface', production: false },
    });
  });
});

describe('no web window is opened', () => {
  test('without a session that may be valid', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName });
    const web = await app.parts.webWindows();
    expect(await web.open(id, 'interface')).toMatchObject({ problem: { code: 'no-session' } });
    await app.parts.logins.login(id, password, null);
    server.endSessions(userName);
    await app.parts.checks.check(id);
    expect(await web.open(id, 'interface')).toMatchObject({ problem: { code: 'session-was-refused' } });
    expect(app.web.windows).toEqual([]);
  });

  test('for a production server under confirmation, unless a person confirms', async ({ app, server }) => {
    const { settings } = app.parts.live.read();
    app.parts.applySettings({ ...settings, confirmProduction: true });
    const draft = { address: server.base, userName, environment: 'production' } as const;
    const id = await app.add(draft, password);
    const web = await app.parts.webWindows();
    await web.open(id, 'interface');
    expect(app.questions.asked).toHaveLength(1);
    expect(app.web.windows).toEqual([]);
    app.questions.answer = 'confirm';
    await web.open(id, 'interface');
    expect(app.web.windows).toHaveLength(1);
  });
});

describe('a web window closes', () => {
  test('at a lock', async ({ app, server }) => {
    const { did, plan } = await opened(app, server);
    await app.parts.appLock.lock('asked');
    expect(did).toContain('close');
    expect(plan.takeEntries()).toEqual([]);
  });

  test('at a log-out of the app', async ({ app, server }) => {
    const { id, did, plan } = await opened(app, server, 'api-docs');
    await app.parts.logins.logout(id);
    expect(did).toContain('close');
    expect(plan.token()).toBeNull();
  });

  test('when the server rejects its session', async ({ app, server }) => {
    const { did, plan, id } = await opened(app, server);
    server.endSessions(userName);
    plan.events.hinted('unauthorized');
    await ends(() => did).toContain('close');
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
  });

  test('when its profile is removed, and with the app', async ({ app, server }) => {
    const { did, id } = await opened(app, server);
    await app.parts.profileRemoval.remove(id, false);
    expect(did).toContain('close');
    const again = await opened(app, server);
    app.parts.closeWebWindows();
    expect(again.did).toContain('close');
  });
});

describe('a log-out in the page', () => {
  test('counts once the own check finds the session gone', async ({ app, server }) => {
    const { did, plan, id } = await opened(app, server);
    server.endSessions(userName);
    plan.events.hinted('logged-out');
    await ends(() => app.row(id).session.phase).toBe('logged-out');
    expect(did).not.toContain('close');
    expect(app.parts.vault.find(app.row(id).profile).kind).not.toBe('token');
    await ends(() => did.at(-1)).toBe('show logged out');
    await app.parts.logins.login(id, password, null);
    await ends(() => did).toContain('start again');
    expect(plan.takeEntries()).toHaveLength(2);
  });

  test('counts too if a check finds the session gone before the answer comes', async ({ app, server }) => {
    const { did, plan, id } = await opened(app, server);
    plan.events.loggingOut(true);
    server.endSessions(userName);
    await app.parts.checks.check(id);
    await ends(() => app.row(id).session.phase).toBe('logged-out');
    expect(did).not.toContain('close');
  });

  test('that the server did not confirm says nothing of a later rejection', async ({ app, server }) => {
    const { did, plan, id } = await opened(app, server);
    plan.events.loggingOut(true);
    plan.events.loggingOut(false);
    server.endSessions(userName);
    await app.parts.checks.check(id);
    await ends(() => did).toContain('close');
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
  });

  test('counts for nothing while the server accepts the session', async ({ app, server }) => {
    const { did, plan, id } = await opened(app, server);
    plan.events.hinted('logged-out');
    await ends(() => server.count('/users/me/')).toBeGreaterThan(1);
    await ends(() => app.row(id).checking).toBe(false);
    expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
    expect(did).not.toContain('close');
  });
});

describe('a page', () => {
  test('leads to the browser only after a question', async ({ app, server }) => {
    const { plan } = await opened(app, server);
    const link = 'https://ntechlab.com/';
    expect(await plan.events.asked({ kind: 'link', link })).toBe(false);
    expect(app.web.addresses).toEqual([]);
    app.questions.answer = 'confirm';
    expect(await plan.events.asked({ kind: 'link', link })).toBe(true);
    expect(await plan.events.asked({ kind: 'link', link: 'file:///etc/passwd' })).toBe(false);
    expect(app.web.addresses).toEqual([link]);
  });

  test('that asks to log in though the session is accepted says so', async ({ app, server }) => {
    const { plan, did } = await opened(app, server);
    plan.takeEntries();
    const before = did.length;
    plan.events.moved(`${server.origin}/#/login`);
    await ends(() => did.length).toBeGreaterThan(before);
  });

  test('of two users of one server have different sessions', async ({ app, server }) => {
    const one = await opened(app, server);
    const other = await app.add({ address: server.base, userName: guard.name }, guard.password);
    await one.web.open(other, 'interface');
    const [first, second] = app.web.windows.map(({ plan }) => plan.takeEntries());
    expect(first?.[1]).toEqual(['lastKey', userName]);
    expect(second?.[1]).toEqual(['lastKey', guard.name]);
    expect(first?.[0]).not.toEqual(second?.[0]);
  });
});
