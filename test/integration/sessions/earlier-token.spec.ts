import { describe, expect } from 'vitest';
import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { FaceTokenCache } from '../../../main/logins/face-token-cache.ts';
import { Logins } from '../../../main/logins/logins.ts';
import type { ClientPool } from '../../../main/servers/client-pool.ts';
import type { LoginResponse } from '../../../main/servers/login-grants.ts';
import { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import { sampleUser } from '../../support/fixtures/user.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const [first, second] = [new Token('1'.repeat(64)), new Token('2'.repeat(64))];

/** A server that answers each log-in as scripted, and records which tokens were logged out. */
function scriptedServer({ parts }: HeadlessApp) {
  const ended: Token[] = [];
  const answers: (() => Promise<Result<LoginResponse>>)[] = [];
  const client = {
    login: () => answers.shift()?.() ?? Promise.reject(new Error('No answer was prepared')),
    logout: async (token: Token) => {
      ended.push(token);
      return ok('ended');
    },
  };
  const clients = { of: async () => client } as unknown as ClientPool;
  const faceTokens = new FaceTokenCache(() => 0);
  const serverInfo = { refresh: async () => undefined };
  const logins = new Logins({ ...parts, clients, faceTokens, serverInfo, now: Date.now });
  const grants = (token: Token) => async () =>
    ok({ token, user: sampleUser(), expiresAt: null, skewMs: 0, tookMs: 1 });
  return { logins, ended, answers, grants };
}

const add = (app: HeadlessApp): Promise<ProfileId> => app.add({ address: '10.0.4.7' });
const secretOf = (app: HeadlessApp, id: ProfileId) => {
  const found = app.parts.vault.find(app.row(id).profile);
  return found.kind === 'token' ? found.token.reveal() : found.kind;
};

describe('the token replaced by a new log-in', () => {
  for (const sameUuid of ['add', 'replace'] as const)
    test(`is invalid afterwards on a server that would ${sameUuid} sessions`, async ({ app, serve }) => {
      const server = await serve({ switches: { sameUuid } });
      const id = await app.add({ address: server.base }, operator.password);
      const before = secretOf(app, id);
      expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
      expect(secretOf(app, id)).not.toBe(before);
      await expect.poll(() => server.liveTokens).toBe(1);
      await app.parts.checks.check(id);
      expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
      await expect.poll(() => server.count('POST /auth/logout/')).toBe(1);
    });

  test('is ended only once the new one is stored', async ({ app }) => {
    const { logins, ended, answers, grants } = scriptedServer(app);
    const id = await add(app);
    answers.push(grants(first));
    await logins.login(id, 'secret', null);
    expect(ended).toEqual([]);
    let grant: () => void = () => undefined;
    const granted = new Promise<void>((resolve) => {
      grant = resolve;
    });
    answers.push(() => granted.then(grants(second)));
    const login = logins.login(id, 'secret', null);
    await new Promise(setImmediate);
    expect(ended).toEqual([]);
    grant();
    expect(await login).toMatchObject({ ok: true });
    expect(ended.map((token) => token.reveal())).toEqual([first.reveal()]);
    expect(secretOf(app, id)).toBe(second.reveal());
  });

  test('stays if the new log-in is rejected', async ({ app }) => {
    const { logins, ended, answers, grants } = scriptedServer(app);
    const id = await add(app);
    answers.push(grants(first), async () =>
      fail({ code: 'no-answer-in-time', host: '10.0.4.7', seconds: 20 }),
    );
    await logins.login(id, 'secret', null);
    expect(await logins.login(id, 'secret', null)).toMatchObject({ ok: false });
    expect(ended).toEqual([]);
    expect(secretOf(app, id)).toBe(first.reveal());
  });

  test('stays if the new log-in is cancelled, and the new token is ended instead', async ({ app }) => {
    const { logins, ended, answers, grants } = scriptedServer(app);
    const id = await add(app);
    answers.push(grants(first));
    await logins.login(id, 'secret', null);
    answers.push(async () => {
      logins.cancelLogin(id);
      return grants(second)();
    });
    expect(await logins.login(id, 'secret', null)).toMatchObject({ problem: { code: 'cancelled' } });
    expect(ended.map((token) => token.reveal())).toEqual([second.reveal()]);
    expect(secretOf(app, id)).toBe(first.reveal());
  });

  test('stays if the server grants the same token again', async ({ app }) => {
    const { logins, ended, answers, grants } = scriptedServer(app);
    const id = await add(app);
    answers.push(grants(first), grants(new Token(first.reveal())));
    await logins.login(id, 'secret', null);
    expect(await logins.login(id, 'secret', null)).toMatchObject({ ok: true });
    expect(ended).toEqual([]);
  });

  test('is left alone if it cannot be read', async ({ app: opened, server }) => {
    const id = await opened.add({ address: server.base }, operator.password);
    opened.cipher.loseKey();
    const app = await opened.restart();
    const { logins, ended, answers, grants } = scriptedServer(app);
    answers.push(grants(second));
    expect(await logins.login(id, 'secret', null)).toMatchObject({ ok: true });
    expect(ended).toEqual([]);
  });
});
