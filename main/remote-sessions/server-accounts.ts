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

/** Loaded on first use, like the API client. */
const load = () => import('../servers/sessions-api.ts');

/** The same limit as for checks: a slow connection cannot take more. */
const serversAtOnce = 8;

/** What is needed to send requests as a profile. */
export interface AccountParts {
  readonly sessions: SessionStore;
  readonly users: Pick<KnownUsers, 'get'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ClientPool;
  readonly checks: Pick<SessionChecks, 'check'>;
}

/** An account at one server, ready for requests. */
export interface AccountContext extends Viewer {
  readonly profile: Profile;
  readonly user: User | null;
  readonly rights: SessionRights;
  readonly calls: SessionsApi;
  /** Fingerprint of the token that is used. */
  readonly fingerprint: string;
  /** How far the server's clock is ahead, in ms. */
  readonly skewMs: number;
}

/** Sends requests as profiles with a session, to at most eight servers at once. */
export class ServerAccounts {
  readonly #inTurn = limitConcurrency(serversAtOnce);
  readonly #end = new AbortController();

  constructor(private readonly deps: AccountParts) {}

  /** Runs `work` with the account of a profile as soon as a slot is free. */
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
   * What a rejected token means, after `GET /users/me/` was asked.
   *
   * SECURITY: only a 401 of `GET /users/me/` marks a session as ended, no other 401 does (0019).
   */
  async judged(id: ProfileId, problem: Problem): Promise<Problem> {
    if (problem.code !== 'session-refused') return problem;
    await this.deps.checks.check(id);
    const session = stableSession(this.deps.sessions.session(id));
    const isFine = hasToken(session) && session.lastCheck?.verdict === 'accepted';
    return isFine ? { ...problem, code: 'request-refused', parameter: null } : problem;
  }

  /** Aborts running requests; called on quit. */
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
    // The user decides which actions are offered and which sessions are one's own.
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
