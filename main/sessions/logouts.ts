import type { ProfileId } from '../../contract/profile.ts';
import { done, fail, type Result } from '../../contract/result.ts';
import { isHeld, settled } from '../../contract/session.ts';
import type { Journal } from '../journal/journal.ts';
import type { Notices } from '../notices.ts';
import { within } from '../patience.ts';
import type { Vault } from '../vault/vault.ts';
import type { Endings } from './endings.ts';
import type { Fleet } from './fleet.ts';
import type { ServerClients } from './server-clients.ts';

interface Parts {
  readonly fleet: Pick<Fleet, 'profile' | 'session' | 'happen'>;
  readonly vault: Pick<Vault, 'fileName' | 'find' | 'forget'>;
  readonly clients: Pick<ServerClients, 'of'>;
  readonly endings: Pick<Endings, 'begin'>;
  readonly notices: Pick<Notices, 'watch'>;
  readonly journal: Pick<Journal, 'note'>;
}

/** How long it may take to keep what no server has confirmed; nothing waits for a disk for ever. */
const keepingMs = 2_000;

/** Ends sessions on their servers; what is under way can be cut short, and is pending then. */
export class Logouts {
  readonly #parts: Parts;
  readonly #underWay = new Set<Promise<Result>>();
  #cut = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Ends a session on its server; a token that the server did not end is taken out of use, and its ending goes on. */
  run(id: ProfileId, signal: AbortSignal): Promise<Result> {
    const logout = this.#run(id, AbortSignal.any([signal, this.#cut.signal]));
    this.#underWay.add(logout);
    const over = () => void this.#underWay.delete(logout);
    logout.then(over, over);
    return logout;
  }

  /** Waits for no server any more: what is not confirmed yet is kept as pending, as long as the vault takes it. */
  async cutShort(): Promise<void> {
    this.#cut.abort();
    this.#cut = new AbortController();
    if (this.#underWay.size > 0) await within(keepingMs, Promise.allSettled(this.#underWay));
  }

  async #run(id: ProfileId, signal: AbortSignal): Promise<Result> {
    const { fleet, vault, clients, notices, endings, journal } = this.#parts;
    const profile = fleet.profile(id);
    const session = settled(fleet.session(id));
    if (!profile || !isHeld(session)) return fail({ code: profile ? 'no-session' : 'profile-gone' });
    const found = vault.find(profile);
    void fleet.happen(id, { type: 'logout-started' });
    const client = await clients.of(profile);
    const answer = found.kind === 'token' ? await client.logout(found.token, signal) : null;
    const pending = found.kind === 'token' && answer?.ok === false;
    if (pending && !(await endings.begin(profile, found.token, session.expiresAt, answer.problem))) {
      void fleet.happen(id, { type: 'logout-put-off' });
      return fail({ code: 'locked' });
    }
    await notices.watch(vault.fileName, vault.forget(id, 'token'));
    void fleet.happen(id, { type: 'logged-out' });
    if (!pending) journal.note('logged-out', profile, { confirmed: answer?.ok ?? false });
    if (answer?.ok) return done;
    const host = new URL(profile.address.origin).host;
    const cause = answer ? answer.problem : null;
    return fail({ code: 'logout-unconfirmed', host, until: session.expiresAt, cause, pending });
  }
}
