import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect } from 'vitest';
import type { Calls } from '../../../contract/bridge.ts';
import { unmanaged } from '../../../contract/installation/policy.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { foundPolicy, under } from '../../support/policy/found-policy.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';

const refused = { ok: false, problem: { code: 'managed' } };
const authority = issue('Corporate', { ca: true });
const leaf = issue('gate', { issuer: authority, names: ['127.0.0.1'] });
const certificate = { key: leaf.key, cert: leaf.chain };
const ca = printOf(authority.cert);
const login = { password: operator.password, faceToken: null };

const airport = (address: string) => ({
  authorities: [authority.cert],
  servers: [
    {
      address,
      name: 'Airport T2',
      userName: operator.name,
      tags: ['T2'],
      environment: 'production',
      trust: { ca },
    },
  ],
});

const profiles = ({ parts }: HeadlessApp) => parts.live.rows().map(({ profile }) => profile);
const names = (app: HeadlessApp) => profiles(app).map(({ name }) => name);

function idOf(app: HeadlessApp, name: string): ProfileId {
  const found = profiles(app).find((profile) => profile.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found.id;
}

/** Imports a list of servers from a file, choosing every entry. */
async function importList(app: HeadlessApp, calls: Calls, csv: string) {
  app.files.chosen = join(app.folder, 'list.csv');
  await writeFile(app.files.chosen, csv);
  const chosen = await calls.chooseImport();
  if (!chosen.ok || chosen.value?.kind !== 'plan') throw new Error('There is no plan');
  const { planId, entries } = chosen.value.plan;
  return calls.importChosen({
    planId,
    chosen: entries.map(({ entry }) => ({ entry, withPin: true, withSecrets: true })),
  });
}

describe('the servers of a policy', () => {
  test('are in the list with their trust, so that one only has to log in', async ({ app, serve }) => {
    const server = await serve({ certificate });
    const managed = await under(app, airport(server.base));
    const id = idOf(managed, 'Airport T2');
    expect(managed.parts.live.read().managed).toEqual({ locked: [], servers: [id] });
    expect(managed.row(id).profile).toMatchObject({ tags: ['T2'], tls: { mode: 'ca', fingerprint: ca } });
    const calls = answersOf(managed);
    expect(await calls.login({ profileId: id, ...login, keepPassword: false })).toEqual({ ok: true });

    const again = await under(managed, airport(server.base));
    expect(profiles(again)).toEqual(profiles(managed));
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('are marked in the window after an unlock too', async ({ app, server }) => {
    const managed = await under(app, airport(server.base));
    const calls = answersOf(managed);
    await calls.lock();
    expect(JSON.parse(await calls.readState()).managed.servers).toEqual([]);
    const changes: unknown[] = [];
    managed.parts.live.watch((change) => void changes.push(change));
    await calls.unlock({ passphrase: null });
    const servers = [idOf(managed, 'Airport T2')];
    expect(changes).toContainEqual(
      expect.objectContaining({ lock: { kind: 'open' }, managed: { locked: [], servers } }),
    );
  });

  test('take over what the person has there already, and add nothing twice', async ({ app, server }) => {
    const id = await app.add({
      address: `${server.base}/api`,
      userName: 'ivanov',
      name: 'Mine',
      tags: ['own'],
    });
    await app.parts.profileEditor.markFavourite(id, true);
    const other = await app.add({ address: server.base, userName: 'petrov', name: 'Airport T2' });
    const managed = await under(app, {
      servers: [
        { address: server.base },
        { address: server.base, userName: 'ivanov', name: 'Airport T2', environment: 'production' },
      ],
    });
    expect(managed.parts.live.read().managed.servers).toEqual([other, id]);
    expect(managed.row(id).profile).toEqual({
      ...app.row(id).profile,
      ...{ name: 'Airport T2 2', environment: 'production' },
    });
    expect(managed.row(other).profile).toEqual(app.row(other).profile);
    const again = await under(managed, {
      servers: [{ address: server.base, userName: 'ivanov', name: 'Airport T2' }],
    });
    expect(names(again)).toEqual(['Airport T2 2', 'Airport T2']);
  });

  test('get the name that the person has on this computer, which may be changed', async ({ app }) => {
    const policy = { servers: [{ address: 'https://ff1.corp', name: 'Airport' }] };
    const managed = await under(app, policy);
    const [profile] = profiles(managed);
    if (!profile) throw new Error('There is no server');
    expect(profile).toMatchObject({ userName: 'operator', tls: { mode: 'system' } });
    const draft = { ...profile, address: 'https://ff1.corp', userName: 'ivanov' };
    const calls = answersOf(managed);
    const edit = { profileId: profile.id, draft: sampleDraft(draft), finding: null, choice: null };
    expect(await calls.editProfile(edit)).toEqual({ ok: true });
    const again = await under(managed, policy);
    expect(profiles(again)).toEqual([{ ...profile, userName: 'ivanov' }]);
  });

  test('stay when they leave the policy, as the person’s own', async ({ app }) => {
    const managed = await under(app, { servers: [{ address: 'https://ff1.corp', name: 'Airport' }] });
    const free = await managed.restart();
    const profileId = idOf(free, 'Airport');
    expect(free.parts.live.read().managed).toEqual(unmanaged);
    expect(await answersOf(free).removeProfile({ profileId, logOut: false })).toEqual({ ok: true });
  });

  test('never get a secret that was stored for another trust', async ({ app, serve }) => {
    const server = await serve({ certificate });
    const id = await app.add({ address: server.base, userName: operator.name });
    await app.parts.checkedLogins.login(id, operator.password, null);
    const shown = printOf(leaf.cert);
    expect(await app.parts.profileEditor.trust(id, shown)).toEqual({ ok: true });
    await app.parts.checkedLogins.login(id, operator.password, null, true);
    expect(app.row(id)).toMatchObject({ passwordKept: true, session: { phase: 'active' } });
    const asked = server.requests.length;

    const managed = await under(app, airport(server.base));
    const calls = answersOf(managed);
    expect(managed.row(id).session).toMatchObject({ secret: 'unreadable' });
    expect(await calls.copySession({ profileId: id, anyway: true, format: null })).toMatchObject({
      ok: false,
    });
    expect(await calls.loginAgain({ profileId: id })).toMatchObject({
      problem: { code: 'no-kept-password' },
    });
    expect(managed.board.text).toBe('');
    expect(server.requests.slice(asked).filter(({ headers }) => headers.authorization)).toEqual([]);
  });

  test('are there again, with the same rules, after the list was archived by a reset', async ({ app }) => {
    const policy = { servers: [{ address: 'https://ff1.corp', userName: 'ivanov' }], lockServers: true };
    const managed = await under(app, policy);
    const [before] = profiles(managed);
    const calls = answersOf(managed);
    await calls.lock();
    expect(await calls.replaceVault({ word: 'RESET' })).toEqual({ ok: true });
    const [after] = profiles(managed);
    if (!before || !after) throw new Error('There is no server');
    expect(profiles(managed)).toHaveLength(1);
    expect(after.id).not.toBe(before.id);
    expect(managed.parts.live.read().managed.servers).toEqual([after.id]);
    expect(await calls.removeProfile({ profileId: after.id, logOut: false })).toEqual(refused);
    const draft = sampleDraft({ userName: 'petrov' });
    expect(await calls.addAccount({ profileId: after.id, draft, finding: null })).toMatchObject({ ok: true });
  });

  test('of a broken policy are not added, and a notice says where it is broken', async ({ app }) => {
    const broken = await under(
      app,
      { ...airport('https://ff1.corp'), lokced: {} },
      { clearAfterSeconds: null },
    );
    expect(profiles(broken)).toEqual([]);
    const { managed, notices, settings } = broken.parts.live.read();
    expect(managed).toEqual(unmanaged);
    expect(settings.clearAfterSeconds).toBeNull();
    expect(notices).toMatchObject([{ code: 'policy-broken', file: '/etc/policy.json', where: 'lokced' }]);
  });
});

describe('a hostile page', () => {
  test('cannot change or remove a server of the policy', async ({ app, serve }) => {
    const server = await serve({ certificate });
    const managed = await under(app, airport(server.base));
    const calls = answersOf(managed);
    const profileId = idOf(managed, 'Airport T2');
    const before = managed.row(profileId).profile;
    await calls.check({ profileId });
    const same = { ...before, address: server.base };
    for (const change of [
      { address: 'https://evil.example' },
      { name: 'Other' },
      { userName: 'other' },
      { tags: [] },
      { environment: 'test' as const },
    ]) {
      const draft = sampleDraft({ ...same, ...change });
      expect(await calls.editProfile({ profileId, draft, finding: null, choice: null })).toEqual(refused);
    }
    const system = { trust: { mode: 'system' }, proxy: null } as const;
    expect(await calls.changeConnection({ profileId, choice: system })).toEqual(refused);
    await calls.login({ profileId, ...login, keepPassword: false });
    const fingerprint = printOf(leaf.cert);
    expect(await calls.trustCertificate({ profileId, fingerprint })).toMatchObject({ ok: false });
    expect(await calls.removeProfile({ profileId, logOut: true })).toEqual(refused);
    const own = await calls.addProfile({ draft: sampleDraft({ name: 'Own' }), finding: null });
    if (!own.ok) throw new Error('not added');
    const both = { profileIds: [own.value, profileId] };
    expect(await calls.removeMany({ ...both, logOut: false }), 'nor with others').toEqual(refused);
    for (const change of [{ addTags: ['x'] }, { removeTags: ['T2'] }, { environment: 'test' as const }])
      expect(await calls.changeMany({ ...both, change })).toEqual(refused);
    expect(managed.row(own.value).profile).toMatchObject({ name: 'Own', tags: [], environment: 'none' });
    await calls.removeProfile({ profileId: own.value, logOut: false });
    const csv = `name,address,user\nOther,${server.base},${operator.name}\n`;
    expect(await importList(managed, calls, csv)).toMatchObject({ value: { changed: 0, failed: 1 } });
    expect(profiles(managed)).toEqual([before]);
    expect(managed.row(profileId).session.phase).toBe('active');
    const favourite = { profileIds: [profileId], change: { favourite: true } };
    expect(await calls.changeMany(favourite)).toMatchObject({ ok: true });
    expect(await calls.markFavourite({ profileId, favourite: true })).toEqual({ ok: true });
  });

  test('cannot add a server if the policy locks the list, and no password leaves', async ({ app, serve }) => {
    const server = await serve({ certificate });
    const elsewhere = await serve();
    const own = await app.add({ address: elsewhere.base, userName: operator.name, name: 'Own' });
    const policy = foundPolicy({ ...airport(server.base), lockServers: true });
    const managed = await app.restart({}, undefined, policy);
    const calls = answersOf(managed);
    const profileId = idOf(managed, 'Airport T2');
    const before = profiles(managed);
    const draft = sampleDraft({ address: elsewhere.base, userName: 'petrov' });
    const found = await calls.probe({ address: elsewhere.base, trusting: null, profileId: null });
    const finding = found.ok ? found.value.id : null;
    const byLogin = { draft, finding, like: null, ...login, keepPassword: false };
    expect(await calls.addProfile({ draft, finding })).toEqual(refused);
    expect(await calls.addByLogin(byLogin)).toEqual(refused);
    expect(await calls.addByLogin({ ...byLogin, like: own })).toEqual(refused);
    expect(await calls.addAccount({ profileId: own, draft, finding: null })).toEqual(refused);
    const moved = {
      profileId: own,
      draft: { ...draft, address: 'https://evil.example' },
      finding: null,
      choice: null,
    };
    expect(await calls.editProfile(moved)).toEqual(refused);
    expect(await importList(managed, calls, 'address,user\nhttps://evil.example,ivanov\n')).toMatchObject({
      value: { added: 0, failed: 1 },
    });
    expect(profiles(managed)).toEqual(before);
    expect(elsewhere.requests.filter(({ headers }) => headers.authorization)).toEqual([]);

    // Another account on a server of the policy has its trust, and keeps it.
    const second = await calls.addAccount({ profileId, draft, finding: null });
    if (!second.ok) throw new Error(second.problem.code);
    expect(managed.row(second.value).profile.tls).toMatchObject({ mode: 'ca', fingerprint: ca });
    const system = { trust: { mode: 'system' }, proxy: null } as const;
    expect(await calls.changeConnection({ profileId: second.value, choice: system })).toEqual(refused);
    const inOwnWay = sampleDraft({ address: server.base, userName: 'sidorov' });
    expect(await calls.addProfile({ draft: inOwnWay, finding: null })).toEqual(refused);
    expect(await calls.removeProfile({ profileId: second.value, logOut: false })).toEqual({ ok: true });
    expect(await calls.removeProfile({ profileId: own, logOut: false })).toEqual({ ok: true });
  });

  test('changes nothing that the policy decides by any call at all, in any order', async ({ app, serve }) => {
    const server = await serve({ certificate });
    const locked = { clearAfterSeconds: 10, savePasswords: false, updateSource: 'https://mirror.corp/' };
    const managed = await under(app, { ...airport(server.base), locked, lockServers: true });
    const profileId = idOf(managed, 'Airport T2');
    const decided = () => {
      const { settings, update } = managed.parts.live.read();
      const { lease, ...profile } = managed.row(profileId).profile;
      // Another account there is allowed.
      const others = profiles(managed).map(({ address, tls }) => [address.origin, tls]);
      const elsewhere = others.filter(
        (other) => !isDeepStrictEqual(other, [profile.address.origin, profile.tls]),
      );
      return { profile, elsewhere, settings, source: update.source };
    };
    const before = decided();
    expect(before.elsewhere).toEqual([]);
    // Every handler takes from it what it needs.
    const request = {
      ...{
        profileId,
        ...login,
        keepPassword: true,
        finding: null,
        logOut: true,
        like: profileId,
        favourite: false,
      },
      draft: sampleDraft({ address: 'https://127.0.0.1:1', userName: 'evil' }),
      choice: { trust: { mode: 'system' }, proxy: { mode: 'direct' } },
      settings: { clearAfterSeconds: null, savePasswords: true },
      ...{ fingerprint: printOf(leaf.cert), url: 'https://evil.example/', when: 'now', ids: [], keys: [] },
    };
    const left = ['lock', 'unlock', 'replaceVault', 'closeWindow', 'quit', 'openCamera'];
    const calls = answersOf(managed) as unknown as Record<string, (asked: unknown) => Promise<unknown>>;
    const names = Object.keys(calls).filter((name) => !left.includes(name));
    for (const order of [names, [...names].reverse()]) {
      const soon = new Promise((resolve) => setTimeout(resolve, 1_500));
      await Promise.all(order.map((name) => Promise.race([soon, calls[name]?.(request).catch(() => null)])));
      expect(decided()).toEqual(before);
    }
  });

  test('cannot get around a locked list by two changes at once', async ({ app, server, serve }) => {
    const elsewhere = await serve();
    const own = await app.add({ address: elsewhere.base, userName: operator.name }, operator.password);
    const servers = [{ address: server.base, userName: 'ivanov' }];
    const managed = await under(app, { servers, lockServers: true });
    const calls = answersOf(managed);
    const draft = sampleDraft({ address: server.base, userName: operator.name });
    const proxy = { mode: 'fixed', url: 'http://10.0.0.1:3128' } as const;
    const results = await Promise.all([
      calls.editProfile({ profileId: own, draft, finding: null, choice: null }),
      calls.changeConnection({ profileId: own, choice: { trust: null, proxy } }),
    ]);
    expect(results).toContainEqual(refused);
    const { profile } = managed.row(own);
    expect([profile.address.origin, profile.proxy]).not.toEqual([server.origin, proxy]);
  });

  test('changes no locked setting, whatever else the call holds, also while the window is locked', async ({
    app,
  }) => {
    const managed = await under(
      app,
      { locked: { clearAfterSeconds: 10, updateSource: 'https://mirror.corp/' } },
      { clearAfterSeconds: 60 },
    );
    const { live } = managed.parts;
    expect(live.read()).toMatchObject({
      settings: { clearAfterSeconds: 10 },
      managed: { locked: ['clearAfterSeconds', 'updateSource'] },
    });
    const calls = answersOf(managed);
    const settings = { theme: 'dark', clearAfterSeconds: null } as const;
    expect(await calls.changeSettings({ settings })).toEqual(refused);
    expect(live.read().settings).toMatchObject({ theme: 'system', clearAfterSeconds: 10 });
    expect(await calls.setUpdateSource({ url: null })).toEqual(refused);
    expect(live.read().update.source).toBe('https://mirror.corp/');
    await calls.lock();
    expect(await calls.changeSettings({ settings })).toMatchObject({ problem: { code: 'locked' } });
    expect(live.read().settings.clearAfterSeconds).toBe(10);
  });
});
