import { describe, expect, onTestFinished } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import type { StateChange } from '../../../contract/state.ts';
import { refusedCalls } from '../../../main/presentation/refused-calls.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { answersOf } from '../../support/answers.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const own = { name: 'Canary-site', tags: ['Canary-tag'], notes: 'Canary-notes' } as const;

/** Everything that must not be shown; the user and the address are those of the emulator. */
const secret = (server: Emulator) =>
  new RegExp(`Canary|${operator.name}|${admin.name}@|${new URL(server.base).host}|127\\.0\\.0\\.1`, 'i');

/** An app with a logged-in server, in presentation mode. */
async function presented(app: HeadlessApp, server: Emulator) {
  const id = await app.add({ address: server.base, ...own, environment: 'production' }, operator.password);
  const answers = answersOf(app);
  await present(answers);
  return { id, answers, hidden: secret(server) };
}

const present = (answers: Calls, presentation = true) =>
  answers.changeSettings({ settings: { presentation } });

describe('in presentation mode', () => {
  test('no name is in the state, in its changes and in any answer (0050)', async ({ app, server, serve }) => {
    const { id, answers, hidden } = await presented(app, server);
    const other = await serve();
    await app.add({ address: other.base, name: 'Canary-other' });
    await other.close();
    const { parts } = app;
    const changes: StateChange[] = [];
    onTestFinished(parts.live.watch((change) => changes.push(parts.presentation.change(change))));

    const heard = {
      copied: await answers.copySession({ profileId: id, anyway: false, format: null }),
      formats: await answers.readFormats({ profileId: id }),
      wrong: await answers.login({ profileId: id, password: 'no', faceToken: null, keepPassword: false }),
      checked: await answers.check({ profileId: id }),
      details: await answers.readDetails({ profileId: id }),
      sessions: await answers.listSessions({
        profileId: id,
        filter: { whose: 'mine', status: null, activeOnly: false },
        whole: true,
      }),
      blocked: await answers.listBlockedDevices({ profileId: id }),
      table: await answers.readServerTable(),
      journal: await answers.readJournal({ profileId: null, kind: null, text: '', before: null, limit: 50 }),
      all: await answers.checkAll(),
      about: await answers.readAbout(),
      loggedOut: await answers.logout({ profileId: id }),
      removed: await answers.removeMany({ profileIds: [id], logOut: false }),
    };
    expect(heard.copied.ok && heard.sessions.ok && heard.journal.ok && heard.loggedOut.ok).toBe(true);
    expect(heard.wrong.ok).toBe(false);
    for (const [name, answer] of Object.entries(heard))
      expect(JSON.stringify(answer).replaceAll(app.folder, ''), name).not.toMatch(hidden);
    expect(changes.length).toBeGreaterThan(5);
    expect(JSON.stringify(changes)).not.toMatch(hidden);
    expect(await answers.readState()).not.toMatch(hidden);
    expect(JSON.stringify(heard.journal)).toContain('"name":"Server 1"');
    expect(app.board.text, 'but what is copied is true').toMatch(/^Authorization: Token [0-9a-f]{64}$/);
  });

  test('what needs or saves true names is refused, and nothing changes (0050)', async ({ app, server }) => {
    const { id, answers } = await presented(app, server);
    const before = JSON.stringify(app.row(id).profile);
    const asked: Record<string, unknown> = { profileId: id, profileIds: [id], from: 'Tag 1', to: 'x' };
    for (const name of refusedCalls) {
      const call = answers[name] as (request: unknown) => Promise<unknown>;
      expect(await call(asked), name).toEqual({ ok: false, problem: { code: 'presentation-mode' } });
    }
    const tags = await answers.changeMany({ profileIds: [id], change: { addTags: ['Tag 1'] } });
    expect(tags).toMatchObject({ problem: { code: 'presentation-mode' } });
    expect(JSON.stringify(app.row(id).profile)).toBe(before);
    expect(await answers.changeMany({ profileIds: [id], change: { favourite: true } })).toMatchObject({
      ok: true,
    });
    await present(answers, false);
    expect(await answers.renameTag({ from: 'Canary-tag', to: 'other' })).toMatchObject({ ok: true });
  });

  test('a bulk log-in is for the user whom the placeholder stands for', async ({ app, server }) => {
    const { id, answers } = await presented(app, server);
    await answers.logout({ profileId: id });
    const shown = JSON.parse(await answers.readState()).rows[0].profile.userName;
    expect(shown).toBe('User 1');
    const begun = await answers.beginBulkLogin({
      ...{ userName: shown, profileIds: [id], password: operator.password, domainAgreed: true },
    });
    expect(begun).toMatchObject({ ok: true });
    await expect.poll(() => app.row(id).session.phase).toBe('active');
  });

  test('the journal is searched by what it shows', async ({ app, server }) => {
    const { answers } = await presented(app, server);
    const find = async (text: string) => {
      const page = await answers.readJournal({ profileId: null, kind: null, text, before: null, limit: 9 });
      return page.ok && page.value.entries.length > 0;
    };
    expect(await find('server 1')).toBe(true);
    expect(await find('canary')).toBe(false);
    await present(answers, false);
    expect(await find('canary')).toBe(true);
  });

  test('questions of main name nobody, and an open one is withdrawn when it begins (0050)', async ({
    app,
    server,
  }) => {
    const { id, answers, hidden } = await presented(app, server);
    await answers.openGateway({ profileId: id, minutes: 15, access: 'read', path: '' });
    await answers.openWebPage({ profileId: id, page: 'interface' });
    await answers.openInBrowser({ profileId: id });
    await answers.openCamera({ profileId: id });
    app.board.text = 'sixteen-letters-0';
    await answers.pasteToken({ profileId: id, step: 'read' });
    expect(app.questions.asked).toHaveLength(5);
    expect(JSON.stringify(app.questions.asked)).not.toMatch(hidden);
    expect(app.questions.asked[0]?.message).toContain('Server 1');
    expect(app.web.windows).toHaveLength(0);
    expect(app.web.addresses).toEqual([]);

    await present(answers, false);
    app.questions.answer = 'nothing';
    const open = answers.openGateway({ profileId: id, minutes: 15, access: 'read', path: '' });
    await expect.poll(() => app.questions.asked).toHaveLength(6);
    await present(answers);
    expect(await open).toEqual({ ok: true, value: false });
  });

  test('web windows close when it begins, and one that is opened on a question names nobody (0050)', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base, ...own }, operator.password);
    const answers = answersOf(app);
    await answers.openWebPage({ profileId: id, page: 'interface' });
    expect(app.web.windows[0]?.plan.title).toContain('Canary-site');
    await present(answers);
    expect(app.web.windows[0]?.did).toContain('close');
    app.questions.answer = 'confirm';
    await answers.openWebPage({ profileId: id, page: 'interface' });
    const [, opened] = app.web.windows;
    expect(opened?.plan.title).toBe('Server 1 – User 1');
    expect(JSON.stringify(opened?.plan.facts)).not.toMatch(secret(server));
  });

  test('what was typed before is forgotten, also by quick access', async ({ app, server }) => {
    const id = await app.add({ address: server.base, ...own }, operator.password);
    const answers = answersOf(app);
    await answers.keepPlace({ view: 'tag:Canary-tag', search: 'canary', selectedId: id, scrollTop: 0 });
    await answers.keepQuickSearch({ search: 'canary' });
    await present(answers);
    expect(await answers.recallPlace()).toEqual({ ok: true, value: null });
    await present(answers, false);
    expect(await answers.recallQuickSearch()).toEqual({ ok: true, value: { search: '' } });
  });

  test('nothing of it is saved: the next start has the true names', async ({ app, server }) => {
    const { id, answers } = await presented(app, server);
    await answers.markFavourite({ profileId: id, favourite: true });
    const again = await app.restart();
    expect(again.row(id).profile).toMatchObject({ name: own.name, tags: own.tags, favourite: true });
  });
});
