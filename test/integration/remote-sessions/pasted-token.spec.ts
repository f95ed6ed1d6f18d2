import { describe, expect } from 'vitest';
import type { SessionFilter } from '../../../contract/sessions/remote-sessions.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

const mine: SessionFilter = { whose: 'mine', status: null, activeOnly: false };

describe('a session whose token was pasted', () => {
  test("may be any of the user's, so none is ended unless selected", async ({ app, server }) => {
    const tokens: string[] = [];
    for (const uuid of ['script', 'browser']) {
      const authorization = `Basic ${Buffer.from(`${operator.name}:${operator.password}`).toString('base64')}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify({ uuid });
      const answer = await fetch(`${server.base}/auth/login/`, { method: 'POST', headers, body });
      tokens.push(((await answer.json()) as { token: string }).token);
    }
    const id = await app.add({ address: server.base });
    app.board.text = tokens[0] ?? '';
    for (const step of ['read', 'send', 'keep'] as const) await app.parts.pastedTokens.paste(id, step);
    expect(app.row(id).session).toMatchObject({ phase: 'active', wayIn: 'pasted' });

    const page = await app.parts.remoteSessions.list(id, mine, true);
    if (!page.ok) throw new Error(page.problem.code);
    const { listId, sessions } = page.value;
    expect(sessions.map(({ deviceId, mark }) => [deviceId, mark])).toEqual([
      ['browser', 'unknown'],
      ['script', 'unknown'],
    ]);
    const kept = await app.parts.remoteSessions.end(id, listId, [0, 1], false);
    expect(kept).toMatchObject({ value: [{ outcome: 'kept' }, { outcome: 'kept' }] });
    expect(server.liveTokens).toBe(2);

    expect(await app.parts.remoteSessions.end(id, listId, [0], true)).toMatchObject({
      value: [{ outcome: 'ended' }],
    });
    expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
    await app.parts.remoteSessions.end(id, listId, [1], true);
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(server.liveTokens).toBe(0);
  });
});
