import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { SessionFilter } from '../../../contract/sessions/remote-sessions.ts';
import { blockFields } from '../../../main/remote-sessions/block-fields.ts';
import { admin, guard, operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const all: SessionFilter = { whose: 'all', status: null, activeOnly: false };

async function keyOf({ parts }: HeadlessApp, id: ProfileId, deviceId: string) {
  const page = await parts.remoteSessions.list(id, all, true);
  if (!page.ok) throw new Error(page.problem.code);
  const key = page.value.sessions.find((session) => session.deviceId === deviceId)?.key ?? -1;
  return { listId: page.value.listId, key };
}

/** Logs in as a program beside the app; returns its token. */
async function loggedInElsewhere(base: string, uuid = 'stolen', user = guard): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${base}/auth/login/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ uuid }),
  });
  return ((await answer.json()) as { token: string }).token;
}

describe('a blocked device', () => {
  test('is blocked, listed, changed and unblocked', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName: admin.name }, admin.password);
    await loggedInElsewhere(server.base);
    const { listId, key } = await keyOf(app, id, 'stolen');
    const { blockedDevices, journal } = app.parts;
    const until = Date.now() + 86_400_000;
    expect(await blockedDevices.block(id, listId, key, '  lost laptop ', until)).toMatchObject({ ok: true });
    expect(server.liveTokens).toBe(1);
    const listed = await blockedDevices.list(id);
    if (!listed.ok) throw new Error(listed.problem.code);
    const [device] = listed.value.devices;
    expect(device).toMatchObject({ deviceId: 'stolen', reason: 'lost laptop', mark: 'other-app' });
    expect(Math.abs((device?.until ?? 0) - until)).toBeLessThan(2_000);
    const blockId = device?.blockId ?? '';
    expect(await blockedDevices.change(id, blockId, 'found again?', null)).toMatchObject({ ok: true });
    expect(await blockedDevices.list(id)).toMatchObject({
      value: { devices: [{ reason: 'found again?', until: null }], more: 'no' },
    });
    expect(await blockedDevices.unblock(id, blockId)).toMatchObject({ ok: true });
    expect(await blockedDevices.list(id)).toMatchObject({ value: { devices: [] } });
    const { entries } = await journal.readPage({ profileId: id, kind: 'sessions', text: '' }, null, 9);
    expect(entries.map(({ what, facts }) => [what, facts.device, facts.forEver])).toEqual([
      ['device-unblocked', 'stolen', undefined],
      ['device-blocked', 'stolen', true],
      ['device-blocked', 'stolen', false],
    ]);
  });

  test('is never one that this app uses', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const other = await app.add({ address: server.base }, operator.password);
    for (const used of [id, other]) {
      const { listId, key } = await keyOf(app, id, app.row(used).profile.deviceId);
      expect(await app.parts.blockedDevices.block(id, listId, key, 'x', null)).toMatchObject({
        problem: { code: 'own-device' },
      });
    }
    expect(server.count('POST /device-blacklist-records/')).toBe(0);
  });

  test('is none that the app has an ID of, whoever logged in with it', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const { deviceId } = app.row(id).profile;
    await loggedInElsewhere(server.base, deviceId);
    await app.parts.logins.logout(id);
    const other = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const page = await app.parts.remoteSessions.list(other, all, true);
    if (!page.ok) throw new Error(page.problem.code);
    const found = page.value.sessions.find((session) => session.deviceId === deviceId);
    expect(found).toMatchObject({ userName: guard.name });
    const { listId } = page.value;
    expect(await app.parts.blockedDevices.block(other, listId, found?.key ?? -1, 'x', null)).toMatchObject({
      problem: { code: 'own-device' },
    });
  });

  test('is none whose token may have been pasted here', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName: admin.name });
    app.board.text = await loggedInElsewhere(server.base, 'script', admin);
    for (const step of ['read', 'send', 'keep'] as const) await app.parts.pastedTokens.paste(id, step);
    const { listId, key } = await keyOf(app, id, 'script');
    expect(await app.parts.blockedDevices.block(id, listId, key, 'x', null)).toMatchObject({
      problem: { code: 'own-device' },
    });
  });

  test('has to be listed again after a lock', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName: admin.name }, admin.password);
    await loggedInElsewhere(server.base);
    const { listId, key } = await keyOf(app, id, 'stolen');
    const { blockedDevices, appLock } = app.parts;
    await blockedDevices.block(id, listId, key, 'lost', null);
    const listed = await blockedDevices.list(id);
    if (!listed.ok) throw new Error(listed.problem.code);
    const blockId = listed.value.devices[0]?.blockId ?? '';
    await appLock.lock('asked');
    await appLock.unlock(null);
    expect(await blockedDevices.unblock(id, blockId)).toMatchObject({ problem: { code: 'list-outdated' } });
  });

  test('needs rights, and reports missing ones', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    expect(await app.parts.blockedDevices.list(id)).toMatchObject({
      problem: { code: 'not-allowed', missing: ['ffsecurity.view_deviceblacklistrecord'] },
    });
    expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
  });

  test('that was not listed is neither changed nor unblocked', async ({ app, server }) => {
    const id = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const outdated = { problem: { code: 'list-outdated' } };
    expect(await app.parts.blockedDevices.unblock(id, '1')).toMatchObject(outdated);
    expect(await app.parts.blockedDevices.change(id, '1', 'x', null)).toMatchObject(outdated);
    expect(await app.parts.blockedDevices.block(id, 1, 0, 'x', null)).toMatchObject(outdated);
  });
});

describe('the fields of a block', () => {
  const now = Date.UTC(2026, 10, 3);
  test('are refused without a reason, with a long one, or with an end in the past', () => {
    const codeOf = (reason: string, until: number | null) => {
      const words = blockFields(reason, until, now, 0);
      return words.ok ? null : words.problem.code;
    };
    expect(codeOf(' \n', null)).toBe('block-reason-missing');
    expect(codeOf('x'.repeat(513), null)).toBe('block-reason-too-long');
    expect(codeOf('🔒'.repeat(512), null)).toBe(null);
    expect(codeOf('x', now)).toBe('block-end-not-ahead');
    expect(codeOf('x', 8.64e15)).toBe('block-end-not-ahead');
  });

  test("have the end by the server's clock", () => {
    expect(blockFields('x', now + 1_000, now, 3_600_000)).toEqual({
      ok: true,
      value: { reason: 'x', expireDate: '2026-11-03T01:00:01.000Z' },
    });
  });
});
