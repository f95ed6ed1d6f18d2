import type { ServerProblem } from '../../contract/core/problem.ts';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { autoLogoutAt, hasAutoLogout } from '../../contract/profiles/auto-logout.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { LoginMethod } from '../../contract/sessions/session.ts';
import type { ServerInfoRefresher } from '../checks/server-info.ts';
import type { Journal } from '../journal/journal.ts';
import type { ApiClient } from '../servers/api-client.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { LoginResponse } from '../servers/login-grants.ts';
import { mayEndAutomatically, passwordProblem, readFaceToken } from '../sessions/login-rules.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import { isSameServer } from '../sessions/same-connection.ts';
import { loginOutcome } from '../sessions/session-events.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { FaceTokenCache } from './face-token-cache.ts';
import { wasLoginJudged } from './login-failure.ts';
import { Logouts } from './logouts.ts';
import { endReplacedSession, replacedToken } from './replaced-session.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly vault: Pick<
    Vault,
    | 'fileName'
    | 'keepNow'
    | 'placeOf'
    | 'find'
    | 'forget'
    | 'keepPassword'
    | 'whyNoPassword'
    | 'password'
    | 'forgetPassword'
    | 'forgetPasswords'
    | 'holdsPassword'
  >;
  readonly clients: ClientPool;
  readonly faceTokens: Pick<FaceTokenCache, 'find' | 'forget'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'begin' | 'beginNow'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly serverInfo: Pick<ServerInfoRefresher, 'refresh'>;
  readonly now: () => EpochMs;
}

/** A way to get a session. */
export interface LoginMethodRequest {
  readonly wayIn: LoginMethod;
  /** Sends the request. Null in a successful result: nothing was granted, another step has to come first. */
  ask(client: ApiClient, signal: AbortSignal): Promise<Result<LoginResponse | null, ServerProblem>>;
}

/** Logs in and out; at most one log-in per profile at a time. */
export class Logins {
  readonly #logouts: Logouts;
  readonly #logins = new Map<ProfileId, AbortController>();
  /** Log-ins that the server has granted and whose tokens are being written; too late to cancel. */
  readonly #granted = new WeakSet<AbortController>();

  constructor(private readonly deps: Deps) {
    this.#logouts = new Logouts(deps);
  }

  /**
   * Logs in with a password, and with the face token if there is one.
   *
   * `keepPassword`: true saves the password, false removes a saved one, null changes nothing.
   */
  async login(
    id: ProfileId,
    password: string,
    pastedFaceToken: string | null,
    keepPassword: boolean | null = null,
  ): Promise<Result> {
    const { sessions, vault, faceTokens } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (this.#logins.has(id)) return fail({ code: 'login-under-way' });
    const problem = passwordProblem(password);
    if (problem) return fail(problem);
    const faceToken = readFaceToken(pastedFaceToken);
    if (faceToken === undefined) return fail({ code: 'face-token-malformed' });
    const held = faceTokens.find(profile);
    const notKept = keepPassword ? vault.whyNoPassword(profile) : null;
    if (notKept) return notKept;

    const { userName } = profile;
    const entered = await this.startSession(id, {
      wayIn: 'password',
      ask: (client, signal) =>
        client.login({ userName, password, faceToken: faceToken ?? held?.reveal() ?? null, signal }),
    });
    if (!entered.ok && entered.problem.code !== 'face-token-refused') return entered;
    faceTokens.forget(id);
    if (!entered.ok) return entered;
    await this.keepPassword(profile, password, keepPassword);
    return done;
  }

  /** Requests a session and stores it; the previous session stays unless a new one is granted. */
  async startSession(
    id: ProfileId,
    { wayIn, ask }: LoginMethodRequest,
  ): Promise<Result<'entered' | 'not-yet'>> {
    const { sessions, clients, vault, pendingLogouts, serverInfo, journal } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (this.#logins.has(id)) return fail({ code: 'login-under-way' });
    // Completing the log-out would end the new session as well.
    if (sessions.session(id).phase === 'logging-out') return fail({ code: 'logout-under-way' });
    const attempt = new AbortController();
    this.#logins.set(id, attempt);
    void sessions.dispatch(id, { type: 'login-started' });
    const client = await clients.of(profile);
    const answer = await ask(client, attempt.signal);
    if (answer.ok && answer.value && this.#isCurrent(profile, attempt)) {
      this.#granted.add(attempt);
      const earlier = mayEndAutomatically(sessions.session(id)) ? replacedToken(vault, profile) : null;
      if (await this.#storeGrantedSession(profile, answer.value, wayIn)) {
        endReplacedSession(client, earlier, answer.value.token, (token, problem) => {
          // With auto log-out, copied headers must not outlive the policy, so the log-out becomes pending.
          if (hasAutoLogout(profile.lease) && this.#profileUnchanged(profile))
            void pendingLogouts.begin(profile, token, null, problem);
        });
        if (this.#profileUnchanged(profile)) void serverInfo.refresh(id, client.transport);
        return ok('entered');
      }
    }

    // Nobody would ever end this session on the server. A pasted token is left alone, since others may use it.
    if (answer.ok && answer.value && wayIn !== 'pasted')
      void client.logout(answer.value.token, AbortSignal.timeout(15_000));
    const isWanted = this.#isCurrent(profile, attempt);
    if (this.#logins.get(id) === attempt) {
      this.#logins.delete(id);
      void sessions.dispatch(id, { type: 'login-failed' });
    }
    if (answer.ok) return answer.value === null && isWanted ? ok('not-yet') : fail({ code: 'cancelled' });
    if (answer.problem.code === 'cancelled' && client.transport.wasOpened)
      return fail({ code: 'cancelled', mayBeGranted: true });
    const outcome = loginOutcome(answer.problem);
    if (outcome) journal.note(outcome, profile, { code: answer.problem.code });
    return answer;
  }

  /** Logs in with the saved password; any response that judged the log-in removes it, so that it is not sent twice. */
  async loginAgain(id: ProfileId): Promise<Result> {
    const { sessions, vault } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const password = vault.password(profile);
    if (password === null) return fail({ code: 'no-kept-password' });
    const result = await this.login(id, password, null);
    // SECURITY: the server, or its domain, counts rejected log-ins and locks the account (0002).
    if (!result.ok && wasLoginJudged(result.problem)) await this.forgetPassword(id);
    return result;
  }

  /** Removes the saved password of a profile; its session stays. */
  async forgetPassword(id: ProfileId): Promise<Result> {
    const { sessions, vault, journal } = this.deps;
    const wasKept = vault.holdsPassword(id);
    const forgotten = await vault.forgetPassword(id);
    const profile = sessions.profile(id);
    if (forgotten.ok && profile && wasKept) journal.note('password-forgotten', profile, {});
    if (forgotten.ok) sessions.setPasswordKept(id, false);
    return forgotten;
  }

  /** The same for all profiles, in one save. */
  async forgetAllPasswords(): Promise<Result> {
    const { sessions, vault, journal } = this.deps;
    const ids = sessions.rows().flatMap(({ profile, passwordKept }) => (passwordKept ? [profile.id] : []));
    const forgotten = await vault.forgetPasswords(ids);
    if (!forgotten.ok || ids.length === 0) return forgotten;
    journal.note('passwords-forgotten', null, { profiles: ids.length });
    sessions.setNoPasswordKept(ids);
    return done;
  }

  /** Cancels a running log-in, unless it has been granted; the previous session returns. */
  cancelLogin(id: ProfileId): Result {
    const attempt = this.#logins.get(id);
    if (!attempt || this.#granted.has(attempt)) return done;
    this.#logins.delete(id);
    attempt.abort();
    void this.deps.sessions.dispatch(id, { type: 'login-failed' });
    return done;
  }

  /**
   * Ends the session on the server. If the server does not confirm, the token is taken out of use and the log-out stays
   * pending.
   */
  logout(id: ProfileId, signal = AbortSignal.timeout(15_000)): Promise<Result> {
    this.cancelLogin(id);
    return this.#logouts.run(id, signal);
  }

  /** Makes the running log-outs pending, before the vault closes. */
  cutLogoutsShort(): void {
    this.#logouts.cutShort();
  }

  /** Aborts every log-in; called on lock and on quit. */
  stop(): void {
    for (const id of this.#logins.keys()) this.cancelLogin(id);
  }

  /**
   * Shows a granted session at once, and waits until its token is written; false if the vault is locked or the profile
   * was changed meanwhile.
   *
   * From the moment it is shown it is a session like any other: what ends or removes it finds its token in memory.
   */
  async #storeGrantedSession(profile: Profile, answer: LoginResponse, wayIn: LoginMethod): Promise<boolean> {
    const { sessions, vault, journal, now } = this.deps;
    const { token, user, expiresAt, skewMs, tookMs } = answer;
    const keeping = vault.keepNow(profile, token);
    if (!keeping.ok) return false;
    const secret = vault.placeOf(profile) ?? 'memory';
    const loggedInAt = now();
    const { lease } = sessions.profile(profile.id) ?? profile;
    const leaseEndsAt = autoLogoutAt(lease, loggedInAt, loggedInAt);
    const about = { wayIn, secret, fingerprint: token.fingerprint };
    const granted = { loggedInAt, expiresAt, leaseEndsAt, skewMs, tookMs: Math.round(tookMs), ...about };
    // Before the session, so that the window gets them together.
    sessions.setUser(profile.id, user);
    sessions.touch(profile.id);
    void sessions.dispatch(profile.id, { type: 'login-succeeded', granted });
    // If writing fails, the vault holds the token in memory and a notice says so.
    const kept = await keeping.value;
    // SECURITY: the token belongs to the server and connection for which it was granted (0017, 0022).
    if (sessions.profile(profile.id) && !this.#profileUnchanged(profile)) {
      await vault.forget(profile.id, 'token');
      void sessions.dispatch(profile.id, { type: 'logged-out' });
      return false;
    }
    this.#logins.delete(profile.id);
    journal.note('logged-in', profile, { kept: kept.ok ? kept.value : 'memory', wayIn });
    return true;
  }

  /** Saves a password that the server has just accepted; false removes a saved one, null changes nothing. */
  async keepPassword(profile: Profile, password: string, keep: boolean | null): Promise<void> {
    const { sessions, vault, journal } = this.deps;
    if (keep === false) await this.forgetPassword(profile.id);
    // SECURITY: a password is saved only for the server and connection it was typed for (0022).
    if (!keep || !this.#profileUnchanged(profile)) return;
    // If the password cannot be written, it is dropped; the next log-in asks for it.
    const kept = await vault.keepPassword(profile, password);
    if (kept.ok) journal.note('password-kept', profile, {});
    sessions.setPasswordKept(profile.id, kept.ok);
  }

  #isCurrent(profile: Profile, attempt: AbortController): boolean {
    return this.#logins.get(profile.id) === attempt && this.#profileUnchanged(profile);
  }

  /** Whether the profile still exists with the same server, user and connection settings. */
  #profileUnchanged(profile: Profile): boolean {
    const present = this.deps.sessions.profile(profile.id);
    return present !== undefined && isSameServer(profile, present);
  }
}
