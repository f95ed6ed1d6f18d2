import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { isHeld, settled } from '../../contract/sessions/session.ts';
import type { Journal } from '../journal/journal.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';

interface Deps {
  readonly fleet: Pick<Fleet, 'profile' | 'session' | 'happen'>;
  readonly vault: Pick<Vault, 'fileName' | 'find' | 'forget'>;
  readonly clients: Pick<ServerClients, 'of'>;
  readonly endings: Pick<Endings, 'begin' | 'beginNow'>;
  readonly journal: Pick<Journal, 'note'>;
}

/** A log-out that the server was asked for. */
interface Asked {
  readonly profile: Profile;
  readonly token: Token;
  readonly until: EpochMs | null;
}

/** Ends sessions on their servers; what is under way can be cut short, and is pending then. */
export class Logouts {
  readonly #underWay = new Set<Asked>();
  #cut = new AbortController();

  constructor(private readonly deps: Deps) {}

  /** Ends a session on its server; a token that the server did not end is taken out of use, and its ending goes on. */
  run(id: ProfileId, signal: AbortSignal): Promise<Result> {
    return this.#run(id, AbortSignal.any([signal, this.#cut.signal]));
  }

  /** Waits for no server any more: what is not confirmed yet is pending at once, before the vault shuts. */
  cutShort(): void {
    for (const { profile, token, until } of this.#underWay) {
      this.deps.endings.beginNow(profile, token, until);
      void this.deps.fleet.happen(profile.id, { type: 'logged-out' });
    }
    this.#underWay.clear();
    this.#cut.abort();
    this.#cut = new AbortController();
  }

  async #run(id: ProfileId, signal: AbortSignal): Promise<Result> {
    const { fleet, vault, clients, endings, journal } = this.deps;
    const profile = fleet.profile(id);
    const session = settled(fleet.session(id));
    if (!profile || !isHeld(session)) return fail({ code: profile ? 'no-session' : 'profile-gone' });
    const found = vault.find(profile);
    void fleet.happen(id, { type: 'logout-started' });
    const host = new URL(profile.address.origin).host;
    const until = session.expiresAt;
    const asked = found.kind === 'token' ? { profile, token: found.token, until } : null;
    if (asked) this.#underWay.add(asked);
    const client = await clients.of(profile);
    const answer = asked && (await client.logout(asked.token, signal));
    if (asked && !this.#underWay.delete(asked))
      return fail({ code: 'logout-unconfirmed', host, until, cause: null, pending: true });
    const pending = found.kind === 'token' && answer?.ok === false;
    if (pending && !(await endings.begin(profile, found.token, session.expiresAt, answer.problem))) {
      void fleet.happen(id, { type: 'logout-put-off' });
      return fail({ code: 'locked' });
    }
    await vault.forget(id, 'token');
    void fleet.happen(id, { type: 'logged-out' });
    if (!pending) journal.note('logged-out', profile, { confirmed: answer?.ok ?? false });
    if (answer?.ok) return done;
    const cause = answer ? answer.problem : null;
    return fail({ code: 'logout-unconfirmed', host, until, cause, pending });
  }
}
