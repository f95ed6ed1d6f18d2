import { describe, expect } from 'vitest';
import type { PasteStep } from '../../../contract/sessions/pasted-token.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Person } from '../../emulator/world/people.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

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

async function pasting(app: HeadlessApp, server: Emulator) {
  const id = await app.add({ address: server.base, userName: operator.name });
  return { id, paste: (step: PasteStep = 'read') => app.parts.pastedTokens.paste(id, step) };
}

const kept = { ok: true, value: { kind: 'kept' } };

describe('a token from the clipboard', () => {
  test('is checked at its server before it is stored, without a known expiry', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = `Authorization: Token ${await madeElsewhere(server, operator)}\n`;
    server.forgetRequests();
    expect(await paste()).toEqual(kept);
    expect(server.requests.map(({ path }) => path)).toEqual(['/users/me/']);
    expect(app.row(id)).toMatchObject({
      session: { phase: 'active', wayIn: 'pasted', expiresAt: null, secret: 'sealed' },
      user: { name: operator.name },
    });
    expect(JSON.stringify(app.parts.live.read())).not.toContain(app.board.text.trim().slice(-64));
    expect((await app.restart()).row(id).session).toMatchObject({ wayIn: 'pasted' });
  });

  test('that the server does not know is not stored', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = 'ab12'.repeat(16);
    expect(await paste()).toMatchObject({ problem: { code: 'pasted-token-refused' } });
    server.switches.set({ captivePortal: true });
    expect(await paste()).toMatchObject({ problem: { code: 'not-findface' } });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
  });

  test('of an unusual form is sent to no server before a person agrees', async ({ app, server }) => {
    const { paste } = await pasting(app, server);
    app.board.text = 'perhaps-a-password';
    expect(await paste()).toEqual({ ok: false, problem: { code: 'cancelled' } });
    expect(app.questions.asked).toMatchObject([
      { message: `Send the text on the clipboard to ${new URL(server.base).host}?`, confirm: 'Send' },
    ]);
    expect(app.questions.asked[0]?.detail).toContain('this text has 18 characters');
    for (const step of ['send', 'keep'] as const)
      expect(await paste(step)).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(server.requests).toEqual([]);

    app.questions.answer = 'confirm';
    expect(await paste()).toMatchObject({ problem: { code: 'pasted-token-refused' } });
    expect(server.count('/users/me/')).toBe(1);
  });

  test('of an unusual form is not sent if another one was read, or its profile changed, before the answer', async ({
    app,
    server,
  }) => {
    const { id, paste } = await pasting(app, server);
    app.questions.answer = 'confirm';
    app.board.text = 'perhaps-a-password';
    app.questions.meanwhile = () => app.parts.pastedTokens.drop();
    expect(await paste()).toMatchObject({ problem: { code: 'cancelled' } });
    const proxy = { mode: 'fixed', url: 'http://10.9.9.9:1' } as const;
    app.questions.meanwhile = () => app.parts.profileEditor.connect(id, { proxy });
    expect(await paste()).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(server.requests).toEqual([]);
  });

  test('of another kind is sent to no server', async ({ app, server }) => {
    const { paste } = await pasting(app, server);
    app.board.text = 'Bearer ab12';
    expect(await paste()).toMatchObject({ problem: { code: 'token-of-other-kind', kind: 'bearer' } });
    expect(await paste('send')).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(server.requests).toEqual([]);
  });

  test('of another user is stored only if a person agrees', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = await madeElsewhere(server, admin);
    const asked = { kind: 'other-user', userName: admin.name, realName: admin.realName };
    expect(await paste()).toEqual({ ok: true, value: asked });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    app.parts.pastedTokens.drop();
    expect(await paste('keep')).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(await paste()).toEqual({ ok: true, value: asked });
    // The confirmed token is stored, even if the clipboard has changed.
    app.board.text = 'something else';
    expect(await paste('keep')).toEqual(kept);
    expect(app.row(id).user).toMatchObject({ name: admin.name });
  });

  test('belongs to one profile, and is dropped by a lock', async ({ app, server }) => {
    const { paste } = await pasting(app, server);
    const other = await app.add({ address: server.base, userName: 'guard2', name: 'Other' });
    app.board.text = await madeElsewhere(server, admin);
    await paste();
    expect(await app.parts.pastedTokens.paste(other, 'keep')).toMatchObject({
      problem: { code: 'pasted-token-gone' },
    });
    await app.parts.appLock.lock('asked');
    await app.parts.appLock.unlock(null);
    expect(await paste('keep')).toMatchObject({ problem: { code: 'pasted-token-gone' } });
  });

  test('cancelled during its check is not stored, and stays valid', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = await madeElsewhere(server, operator);
    server.switches.set({ delayMs: 300 });
    server.forgetRequests();
    const pasted = paste();
    await expect.poll(() => server.count('/users/me/')).toBe(1);
    app.parts.pastedTokens.drop();
    expect(await pasted).toMatchObject({ problem: { code: 'cancelled' } });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(server.liveTokens).toBe(1);
  });

  test('that was accepted is not stored if the connection has changed meanwhile', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = await madeElsewhere(server, operator);
    server.switches.set({ delayMs: 300 });
    server.forgetRequests();
    const pasted = paste();
    await expect.poll(() => server.count('/users/me/')).toBe(1);
    // The old connection is closed only after saving, so its response may still arrive.
    app.parts.sessions.update({ ...app.row(id).profile, proxy: { mode: 'direct' } });
    expect(await pasted).toMatchObject({ problem: { code: 'pasted-token-gone' } });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(app.parts.vault.find(app.row(id).profile)).toEqual({ kind: 'none' });
  });

  test('is not ended on the server when a log-in replaces it', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = await madeElsewhere(server, operator);
    await paste();
    server.forgetRequests();
    expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ wayIn: 'password' });
    // A log-out request would have been sent before these.
    for (let time = 0; time < 3; time += 1) await app.parts.checks.check(id);
    expect(server.count('POST /auth/logout/')).toBe(0);
    expect(server.liveTokens).toBe(2);
  });

  test('is not ended on the server when its profile moves to another address', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    app.board.text = await madeElsewhere(server, operator);
    await paste();
    const draft = sampleDraft({ address: '10.0.4.8', userName: operator.name });
    await app.parts.profileEditor.edit(id, draft);
    await app.parts.close();
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(server.liveTokens).toBe(1);
  });

  test('that is stored already is reported, and not sent', async ({ app, server }) => {
    const { id, paste } = await pasting(app, server);
    await app.parts.logins.login(id, operator.password, null);
    const before = app.row(id).session;
    await app.parts.sessionCopy.copy(id, false);
    server.forgetRequests();
    expect(await paste()).toEqual({ ok: false, problem: { code: 'pasted-token-own' } });
    expect(app.row(id).session).toEqual(before);
    expect(server.requests).toEqual([]);
  });

  test('is cleared from the clipboard on request, and other text is not', async ({ app, server }) => {
    const { paste } = await pasting(app, server);
    const text = await madeElsewhere(server, operator);
    app.board.text = text;
    await paste();
    app.board.text = 'copied since';
    expect(await app.parts.pastedTokens.clear()).toMatchObject({ ok: true });
    expect(app.board.text).toBe('copied since');
    app.board.text = text;
    await paste();
    expect(await app.parts.pastedTokens.clear()).toMatchObject({ ok: true });
    expect(app.board.text).toBe('');
  });
});
