import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Journal } from '../journal/journal.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile' | 'session' | 'dispatch'>;
  readonly vault: Pick<Vault, 'fileName' | 'find' | 'forget'>;
  readonly clients: Pick<ClientPool, 'of'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'begin' | 'beginNow'>;
  readonly journal: Pick<Journal, 'note'>;
}

/** A log-out whose request was sent. */
interface Asked {
  readonly profile: Profile;
  readonly token: Token;
  readonly until: EpochMs | null;
}

/** Ends sessions on their servers; running log-outs can be cut short and become pending. */
export class Logouts {
  readonly #underWay = new Set<Asked>();
  #cut = new AbortController();

  constructor(private readonly deps: Deps) {}

  /**
   * Ends a session on its server. If the server does not confirm, the token is taken out of use and the log-out stays
   * pending.
   */
  run(id: ProfileId, signal: AbortSignal): Promise<Result> {
    return this.#run(id, AbortSignal.any([signal, this.#cut.signal]));
  }

  /** Stops waiting for servers: unconfirmed log-outs become pending at once, before the vault closes. */
  cutShort(): void {
    for (const { profile, token, until } of this.#underWay) {
      this.deps.pendingLogouts.beginNow(profile, token, until);
      void this.deps.sessions.dispatch(profile.id, { type: 'logged-out' });
    }
    this.#underWay.clear();
    this.#cut.abort();
    this.#cut = new AbortController();
  }

  async #run(id: ProfileId, signal: AbortSignal): Promise<Result> {
    const { sessions, vault, clients, pendingLogouts, journal } = this.deps;
    const profile = sessions.profile(id);
    const session = stableSession(sessions.session(id));
    if (!profile || !hasToken(session)) return fail({ code: profile ? 'no-session' : 'profile-gone' });
    const found = vault.find(profile);
    void sessions.dispatch(id, { type: 'logout-started' });
    const host = new URL(profile.address.origin).host;
    const until = session.expiresAt;
    const asked = found.kind === 'token' ? { profile, token: found.token, until } : null;
    if (asked) this.#underWay.add(asked);
    const client = await clients.of(profile);
    const answer = asked && (await client.logout(asked.token, signal));
    if (asked && !this.#underWay.delete(asked))
      return fail({ code: 'logout-unconfirmed', host, until, cause: null, pending: true });
    const pending = found.kind === 'token' && answer?.ok === false;
    if (pending && !(await pendingLogouts.begin(profile, found.token, session.expiresAt, answer.problem))) {
      void sessions.dispatch(id, { type: 'logout-put-off' });
      return fail({ code: 'locked' });
    }
    await vault.forget(id, 'token');
    void sessions.dispatch(id, { type: 'logged-out' });
    if (!pending) journal.note('logged-out', profile, { confirmed: answer?.ok ?? false });
    if (answer?.ok) return done;
    const cause = answer ? answer.problem : null;
    return fail({ code: 'logout-unconfirmed', host, until, cause, pending });
  }
}
