import { hostname } from 'node:os';
import type { Problem } from '../../contract/core/problem.ts';
import { fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { isHeld, settled } from '../../contract/sessions/session.ts';
import { type SessionRights, sessionRightsOf, type User } from '../../contract/sessions/user.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import { plainComputer } from '../profiles/device-id.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { SessionCalls } from '../servers/sessions-api.ts';
import type { Fleet } from '../sessions/session-store.ts';
import { turns } from '../timing/limit-concurrency.ts';
import type { Vault } from '../vault/vault.ts';
import type { Looker } from './session-owner.ts';

/** Loaded when first needed, like the client itself. */
const load = () => import('../servers/sessions-api.ts');

/** More at once would be unkind to a slow line, as with checks. */
const serversAtOnce = 8;

/** The parts that it takes to ask a server in the name of a profile. */
export interface AccountParts {
  readonly fleet: Fleet;
  readonly users: Pick<KnownUsers, 'get'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly clients: ServerClients;
  readonly checks: Pick<SessionChecks, 'check'>;
}

/** An account at one server, ready to ask. */
export interface Account extends Looker {
  readonly profile: Profile;
  readonly user: User | null;
  readonly rights: SessionRights;
  readonly calls: SessionCalls;
  /** Of the token that asks. */
  readonly fingerprint: string;
  /** How far the server's clock is ahead, in ms. */
  readonly skewMs: number;
}

/** Asks servers in the name of profiles whose sessions are held, eight servers at once at most. */
export class Accounts {
  readonly #inTurn = turns(serversAtOnce);
  readonly #end = new AbortController();

  constructor(private readonly deps: AccountParts) {}

  /** Lets the account of a profile do some work when it is its turn. */
  ask<Value>(id: ProfileId, work: (account: Account) => Promise<Result<Value>>): Promise<Result<Value>> {
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
    const session = settled(this.deps.fleet.session(id));
    const isFine = isHeld(session) && session.lastCheck?.verdict === 'accepted';
    return isFine ? { ...problem, code: 'request-refused', parameter: null } : problem;
  }

  /** Gives up what is under way; for the end of the app. */
  stop(): void {
    this.#end.abort();
  }

  async #accountOf(id: ProfileId): Promise<Result<Account>> {
    const { fleet, vault, clients, users, checks } = this.deps;
    const profile = fleet.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const session = settled(fleet.session(id));
    if (!isHeld(session)) return fail({ code: 'no-session' });
    const found = vault.find(profile);
    if (found.kind !== 'token') return fail({ code: 'secret-unreadable' });
    // Who this is on the server decides what is offered, and what is one's own.
    if ((await users.get(id)) === null) await checks.check(id);
    const [user, client, { SessionCalls }] = await Promise.all([users.get(id), clients.of(profile), load()]);
    return {
      ok: true,
      value: {
        profile,
        user,
        rights: sessionRightsOf(user),
        isPasted: session.wayIn === 'pasted',
        deviceIds: new Set(fleet.rows().map((row) => row.profile.deviceId)),
        computer: plainComputer(hostname()),
        calls: new SessionCalls(client.line, found.token, this.#end.signal),
        fingerprint: found.token.fingerprint,
        skewMs: session.skewMs,
      },
    };
  }
}
