import { describe, expect } from 'vitest';
import { done, ok } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { FaceTokenCache } from '../../../main/logins/face-token-cache.ts';
import { Logins } from '../../../main/logins/logins.ts';
import type { ClientPool } from '../../../main/servers/client-pool.ts';
import { Token } from '../../../main/token/token.ts';
import { type Desk, test } from '../../support/desk.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { sampleUser } from '../../support/fixtures/user.ts';

const token = new Token('a'.repeat(64));
const draft = sampleDraft({ name: 'Airport' });
const user = sampleUser();

/** A server that grants log-ins when the test says so, even after a cancellation. */
function lateServer({ parts }: Desk) {
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
    keep: (...given: Parameters<typeof vault.keep>) => mayKeep.then(() => vault.keep(...given)),
    find: vault.find.bind(vault),
    forget: vault.forget.bind(vault),
    keepPassword: vault.keepPassword.bind(vault),
    whyNoPassword: vault.whyNoPassword.bind(vault),
    password: vault.password.bind(vault),
    forgetPassword: vault.forgetPassword.bind(vault),
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

async function added(desk: Desk): Promise<ProfileId> {
  const result = await desk.parts.profileEditor.add(draft);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const cancelled = { ok: false, problem: { code: 'cancelled' } };

describe('a log-in that is granted too late', () => {
  test('after a cancellation is ended on the server and not stored', { tags: ['row-50'] }, async ({
    desk,
  }) => {
    const { logins, grant, letKeep, ended } = lateServer(desk);
    const id = await added(desk);
    letKeep();
    const login = logins.login(id, 'secret', null);
    logins.cancelLogin(id);
    grant();
    expect(await login).toEqual(cancelled);
    expect(desk.parts.vault.find(desk.row(id).profile).kind).toBe('none');
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    expect(ended).toEqual([token.fingerprint]);
  });

  for (const [what, change] of [
    ['removed', (desk: Desk, id: ProfileId) => desk.parts.profileEditor.remove(id, false)],
    [
      'moved',
      (desk: Desk, id: ProfileId) => desk.parts.profileEditor.edit(id, { ...draft, address: '10.0.4.8' }),
    ],
  ] as const)
    test(`while its profile is ${what} is ended on the server and not stored`, { tags: ['row-53'] }, async ({
      desk,
    }) => {
      const { logins, grant, letKeep, ended } = lateServer(desk);
      const id = await added(desk);
      const { profile } = desk.row(id);
      const login = logins.login(id, 'secret', null);
      grant();
      await new Promise(setImmediate);
      await change(desk, id);
      letKeep();
      expect(await login).toEqual(cancelled);
      expect(desk.parts.vault.find(desk.parts.live.row(id)?.profile ?? profile).kind).toBe('none');
      expect(ended).toEqual([token.fingerprint]);
    });

  test('but before the cancellation stays: the server has granted it', async ({ desk }) => {
    const { logins, grant, letKeep, ended } = lateServer(desk);
    const id = await added(desk);
    const login = logins.login(id, 'secret', null);
    grant();
    await new Promise(setImmediate);
    logins.cancelLogin(id);
    letKeep();
    expect(await login).toMatchObject({ ok: true });
    expect(desk.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    expect(ended).toEqual([]);
  });
});
