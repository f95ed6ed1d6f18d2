import { describe, expect } from 'vitest';
import { done, ok } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { FaceTokenCache } from '../../../main/logins/face-token-cache.ts';
import { Logins } from '../../../main/logins/logins.ts';
import type { ClientPool } from '../../../main/servers/client-pool.ts';
import { Token } from '../../../main/token/token.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { sampleUser } from '../../support/fixtures/user.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const token = new Token('a'.repeat(64));
const draft = sampleDraft({ name: 'Airport' });
const user = sampleUser();

/** A server that grants log-ins when the test says so, even after a cancellation. */
function lateServer({ parts }: HeadlessApp) {
  let grant: () => void = () => undefined;
  const granted = new Promise<void>((resolve) => {
    grant = resolve;
  });
  let letKeep: () => void = () => undefined;
  const mayKeep = new Promise<void>((resolve) => {
    letKeep = resolve;
  });
  const ended: string[] = [];
  const client = {
    login: async () => {
      await granted;
      return ok({ token, user, expiresAt: null, skewMs: 0, tookMs: 1 });
    },
    logout: async (one: Token) => {
      ended.push(one.fingerprint);
      return done;
    },
  };
  const { vault, sessions, pendingLogouts, notices, journal } = parts;
  const patient = {
    fileName: vault.fileName,
    keepNow: (...given: Parameters<typeof vault.keepNow>) => {
      const keeping = vault.keepNow(...given);
      return keeping.ok ? ok(mayKeep.then(() => keeping.value)) : keeping;
    },
    placeOf: vault.placeOf.bind(vault),
    find: vault.find.bind(vault),
    forget: vault.forget.bind(vault),
    keepPassword: vault.keepPassword.bind(vault),
    whyNoPassword: vault.whyNoPassword.bind(vault),
    password: vault.password.bind(vault),
    forgetPassword: vault.forgetPassword.bind(vault),
    forgetPasswords: vault.forgetPasswords.bind(vault),
    holdsPassword: vault.holdsPassword.bind(vault),
  };
  const clients = { of: async () => client } as unknown as ClientPool;
  const logins = new Logins({
    ...{ sessions, vault: patient, clients, pendingLogouts, notices, journal, now: Date.now },
    faceTokens: new FaceTokenCache(() => performance.now()),
    serverInfo: { refresh: async () => undefined },
  });
  return { logins, grant, letKeep, ended };
}

async function added(app: HeadlessApp): Promise<ProfileId> {
  const result = await app.parts.profileEditor.add(draft);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const cancelled = { ok: false, problem: { code: 'cancelled' } };

describe('a log-in that is granted too late', () => {
  test('after a cancellation is ended on the server and not stored', { tags: ['row-50'] }, async ({
    app,
  }) => {
    const { logins, grant, letKeep, ended } = lateServer(app);
    const id = await added(app);
    letKeep();
    const login = logins.login(id, 'secret', null);
    logins.cancelLogin(id);
    grant();
    expect(await login).toEqual(cancelled);
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('none');
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(ended).toEqual([token.fingerprint]);
  });

  const remove = (app: HeadlessApp, id: ProfileId) => app.parts.profileRemoval.remove(id, false);
  const move = (app: HeadlessApp, id: ProfileId) =>
    app.parts.profileEditor.edit(id, { ...draft, address: '10.0.4.8' });

  for (const [what, change] of [
    ['removed', remove],
    ['moved', move],
  ] as const)
    test(`while its profile is ${what} is ended on the server and not stored`, { tags: ['row-53'] }, async ({
      app,
    }) => {
      const { logins, grant, letKeep, ended } = lateServer(app);
      const id = await added(app);
      const { profile } = app.row(id);
      const login = logins.login(id, 'secret', null);
      await new Promise(setImmediate);
      await change(app, id);
      grant();
      letKeep();
      expect(await login).toEqual(cancelled);
      expect(app.parts.vault.find(app.parts.live.row(id)?.profile ?? profile).kind).toBe('none');
      expect(ended).toEqual([token.fingerprint]);
    });

  test('but before the cancellation stays: the server has granted it', async ({ app }) => {
    const { logins, grant, letKeep, ended } = lateServer(app);
    const id = await added(app);
    const login = logins.login(id, 'secret', null);
    grant();
    await new Promise(setImmediate);
    logins.cancelLogin(id);
    letKeep();
    expect(await login).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    expect(ended).toEqual([]);
  });
});
