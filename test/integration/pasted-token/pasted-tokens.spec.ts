import { describe, expect } from 'vitest';
import type { PasteStep } from '../../../contract/sessions/pasted-token.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Person } from '../../emulator/world/people.ts';
import { type Desk, test } from '../../support/desk.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';

/** A token from a log-in outside the app. */
async function madeElsewhere(server: Emulator, { name, password }: Person): Promise<string> {
  const answer = await fetch(`${server.base}/auth/login/`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ uuid: 'a script' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function pasting(desk: Desk, server: Emulator) {
  const id = await desk.add({ address: server.base, userName: operator.name });
  return { id, paste: (step: PasteStep = 'read') => desk.parts.pastedTokens.paste(id, step) };
}

const kept = { ok: true, value: { kind: 'kept' } };

describe('a token from the clipboard', () => {
  test('is checked at its server before it is stored, without a known expiry', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = `Authorization: Token ${await madeElsewhere(server, operator)}\n`;
    server.forgetRequests();
    expect(await paste()).toEqual(kept);
    expect(server.requests.map(({ path }) => path)).toEqual(['/users/me/']);
    expect(desk.row(id)).toMatchObject({
      session: { phase: 'active', wayIn: 'pasted', expiresAt: null, secret: 'sealed' },
      user: { name: operator.name },
    });
    expect(JSON.stringify(desk.parts.live.read())).not.toContain(desk.board.text.trim().slice(-64));
    expect((await desk.restart()).row(id).session).toMatchObject({ wayIn: 'pasted' });
  });

  test('that the server does not know is not stored', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = 'ab12'.repeat(16);
    expect(await paste()).toMatchObject({ problem: { code: 'pasted-token-refused' } });
    server.switches.set({ captivePortal: true });
    expect(await paste()).toMatchObject({ problem: { code: 'not-findface' } });
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
  });

  test('of an unusual form is sent to no server before a person agrees', async ({ desk, server }) => {
    const { paste } = await pasting(desk, server);
    desk.board.text = 'perhaps-a-password';
    expect(await paste()).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(desk.questions.asked).toMatchObject([
      { message: `Send the text on the clipboard to ${new URL(server.base).host}?`, confirm: 'Send' },
    ]);
    expect(desk.questions.asked[0]?.detail).toContain('this text has 18 characters');
    for (const step of ['send', 'keep'] as const)
      expect(await paste(step)).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(server.requests).toEqual([]);

    desk.questions.answer = 'confirm';
    expect(await paste()).toMatchObject({ problem: { code: 'pasted-token-refused' } });
    expect(server.count('/users/me/')).toBe(1);
  });

  test('of an unusual form is not sent if another one was read, or its profile changed, before the answer', async ({
    desk,
    server,
  }) => {
    const { id, paste } = await pasting(desk, server);
    desk.questions.answer = 'confirm';
    desk.board.text = 'perhaps-a-password';
    desk.questions.meanwhile = () => desk.parts.pastedTokens.drop();
    expect(await paste()).toMatchObject({ problem: { code: 'cancelled' } });
    const proxy = { mode: 'fixed', url: 'http://10.9.9.9:1' } as const;
    desk.questions.meanwhile = () => desk.parts.profileEditor.connect(id, { proxy });
    expect(await paste()).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(server.requests).toEqual([]);
  });

  test('of another kind is sent to no server', async ({ desk, server }) => {
    const { paste } = await pasting(desk, server);
    desk.board.text = 'Bearer ab12';
    expect(await paste()).toMatchObject({ problem: { code: 'token-of-other-kind', kind: 'bearer' } });
    expect(await paste('send')).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(server.requests).toEqual([]);
  });

  test('of another user is stored only if a person agrees', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = await madeElsewhere(server, admin);
    const asked = { kind: 'other-user', userName: admin.name, realName: admin.realName };
    expect(await paste()).toEqual({ ok: true, value: asked });
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    desk.parts.pastedTokens.drop();
    expect(await paste('keep')).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(await paste()).toEqual({ ok: true, value: asked });
    // The confirmed token is stored, even if the clipboard has changed.
    desk.board.text = 'something else';
    expect(await paste('keep')).toEqual(kept);
    expect(desk.row(id).user).toMatchObject({ name: admin.name });
  });

  test('belongs to one profile, and is dropped by a lock', async ({ desk, server }) => {
    const { paste } = await pasting(desk, server);
    const other = await desk.add({ address: server.base, userName: 'guard2', name: 'Other' });
    desk.board.text = await madeElsewhere(server, admin);
    await paste();
    expect(await desk.parts.pastedTokens.paste(other, 'keep')).toMatchObject({
      problem: { code: 'pasted-token-gone' },
    });
    await desk.parts.appLock.lock('asked');
    await desk.parts.appLock.unlock(null);
    expect(await paste('keep')).toMatchObject({ problem: { code: 'pasted-token-gone' } });
  });

  test('cancelled during its check is not stored, and stays valid', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = await madeElsewhere(server, operator);
    server.switches.set({ delayMs: 300 });
    server.forgetRequests();
    const pasted = paste();
    await expect.poll(() => server.count('/users/me/')).toBe(1);
    desk.parts.pastedTokens.drop();
    expect(await pasted).toMatchObject({ problem: { code: 'cancelled' } });
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    expect(server.liveTokens).toBe(1);
  });

  test('that was accepted is not stored if the connection has changed meanwhile', async ({
    desk,
    server,
  }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = await madeElsewhere(server, operator);
    server.switches.set({ delayMs: 300 });
    server.forgetRequests();
    const pasted = paste();
    await expect.poll(() => server.count('/users/me/')).toBe(1);
    // The old connection is closed only after saving, so its response may still arrive.
    desk.parts.sessions.update({ ...desk.row(id).profile, proxy: { mode: 'direct' } });
    expect(await pasted).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    expect(desk.parts.vault.find(desk.row(id).profile)).toEqual({ kind: 'none' });
  });

  test('is not ended on the server when a log-in replaces it', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = await madeElsewhere(server, operator);
    await paste();
    server.forgetRequests();
    expect(await desk.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    expect(desk.row(id).session).toMatchObject({ wayIn: 'password' });
    // A log-out request would have been sent before these.
    for (let time = 0; time < 3; time += 1) await desk.parts.checks.check(id);
    expect(server.count('POST /auth/logout/')).toBe(0);
    expect(server.liveTokens).toBe(2);
  });

  test('is not ended on the server when its profile moves to another address', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    desk.board.text = await madeElsewhere(server, operator);
    await paste();
    const draft = sampleDraft({ address: '10.0.4.8', userName: operator.name });
    await desk.parts.profileEditor.edit(id, draft);
    await desk.parts.close();
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    expect(server.liveTokens).toBe(1);
  });

  test('that is stored already is reported, and not sent', async ({ desk, server }) => {
    const { id, paste } = await pasting(desk, server);
    await desk.parts.logins.login(id, operator.password, null);
    const before = desk.row(id).session;
    await desk.parts.headerCopy.copy(id, false);
    server.forgetRequests();
    expect(await paste()).toEqual({ ok: false, problem: { code: 'pasted-token-own' } });
    expect(desk.row(id).session).toEqual(before);
    expect(server.requests).toEqual([]);
  });

  test('is cleared from the clipboard on request, and other text is not', async ({ desk, server }) => {
    const { paste } = await pasting(desk, server);
    const text = await madeElsewhere(server, operator);
    desk.board.text = text;
    await paste();
    desk.board.text = 'copied since';
    expect(await desk.parts.pastedTokens.clear()).toMatchObject({ ok: true });
    expect(desk.board.text).toBe('copied since');
    desk.board.text = text;
    await paste();
    expect(await desk.parts.pastedTokens.clear()).toMatchObject({ ok: true });
    expect(desk.board.text).toBe('');
  });
});
