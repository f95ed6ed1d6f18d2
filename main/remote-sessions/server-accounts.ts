import { hostname } from 'node:os';
import type { Problem } from '../../contract/core/problem.ts';
import { fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import { type SessionRights, sessionRightsOf, type User } from '../../contract/sessions/user.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import { plainComputer } from '../profiles/device-id.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionsApi } from '../servers/sessions-api.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import type { Vault } from '../vault/vault.ts';
import type { Viewer } from './session-owner.ts';

/** Loaded when first needed, like the client itself. */
const load = () => import('../servers/sessions-api.ts');

/** More at once would overload a slow connection, as with checks. */
const serversAtOnce = 8;

/** The parts that it takes to ask a server in the name of a profile. */
export interface AccountParts {
  readonly sessions: SessionStore;
  readonly users: Pick<KnownUsers, 'get'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ClientPool;
  readonly checks: Pick<SessionChecks, 'check'>;
}

/** An account at one server, ready to ask. */
export interface AccountContext extends Viewer {
  readonly profile: Profile;
  readonly user: User | null;
  readonly rights: SessionRights;
  readonly calls: SessionsApi;
  /** Of the token that asks. */
  readonly fingerprint: string;
  /** How far the server's clock is ahead, in ms. */
  readonly skewMs: number;
}

/** Asks servers in the name of profiles whose sessions are held, eight servers at once at most. */
export class ServerAccounts {
  readonly #inTurn = limitConcurrency(serversAtOnce);
  readonly #end = new AbortController();

  constructor(private readonly deps: AccountParts) {}

  /** Lets the account of a profile do some work when it is its turn. */
  ask<Value>(
    id: ProfileId,
    work: (account: AccountContext) => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    return this.#inTurn(async () => {
      const account = await this.#accountOf(id);
      if (!account.ok) return account;
      const result = await work(account.value);
      return result.ok ? result : fail(await this.judged(id, result.problem));
    });
  }

  /**
   * What a refused token means once the judge was asked.
   *
   * SECURITY: a 401 of any other page never marks a session dead; only `GET /users/me/` does (0019).
   */
  async judged(id: ProfileId, problem: Problem): Promise<Problem> {
    if (problem.code !== 'session-refused') return problem;
    await this.deps.checks.check(id);
    const session = stableSession(this.deps.sessions.session(id));
    const isFine = hasToken(session) && session.lastCheck?.verdict === 'accepted';
    return isFine ? { ...problem, code: 'request-refused', parameter: null } : problem;
  }

  /** Gives up what is under way; for the end of the app. */
  stop(): void {
    this.#end.abort();
  }

  async #accountOf(id: ProfileId): Promise<Result<AccountContext>> {
    const { sessions, vault, clients, users, checks } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const session = stableSession(sessions.session(id));
    if (!hasToken(session)) return fail({ code: 'no-session' });
    const found = vault.find(profile);
    if (found.kind !== 'token') return fail({ code: 'secret-unreadable' });
    // Who this is on the server decides what is offered, and what is one's own.
    if ((await users.get(id)) === null) await checks.check(id);
    const [user, client, { SessionsApi }] = await Promise.all([users.get(id), clients.of(profile), load()]);
    return {
      ok: true,
      value: {
        profile,
        user,
        rights: sessionRightsOf(user),
        isPasted: session.wayIn === 'pasted',
        deviceIds: new Set(sessions.rows().map((row) => row.profile.deviceId)),
        computer: plainComputer(hostname()),
        calls: new SessionsApi(client.transport, found.token, this.#end.signal),
        fingerprint: found.token.fingerprint,
        skewMs: session.skewMs,
      },
    };
  }
}
