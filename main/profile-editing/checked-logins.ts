import { isDeepStrictEqual } from 'node:util';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Logins } from '../logins/logins.ts';
import { confirmAddress } from '../probe/confirm-address.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly profileStore: Pick<ProfileStore, 'fileName' | 'change'>;
  readonly vault: Pick<Vault, 'holdsPassword'>;
  readonly clients: ClientPool;
  readonly logins: Pick<Logins, 'login' | 'cancelLogin'>;
}

/** Logs in with a password, only at an address where FindFace has answered. */
export class CheckedLogins {
  readonly #checks = new Map<ProfileId, AbortController>();

  constructor(private readonly deps: Deps) {}

  async login(...asked: Parameters<Logins['login']>): Promise<Result> {
    const [id] = asked;
    const profile = this.deps.sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    if (this.#checks.has(id)) return fail({ code: 'login-under-way' });
    // SECURITY: no password is sent to an address that has not responded like FindFace (0014).
    const confirmed = this.isKnown(id) ? done : await this.#confirm(profile);
    return confirmed.ok ? this.deps.logins.login(...asked) : confirmed;
  }

  cancelLogin(id: ProfileId): Result {
    this.#checks.get(id)?.abort();
    return this.deps.logins.cancelLogin(id);
  }

  /** Whether FindFace has answered at the address of this profile before. */
  isKnown(id: ProfileId): boolean {
    const { sessions, vault } = this.deps;
    const row = sessions.rows().find(({ profile }) => profile.id === id);
    return row !== undefined && (row.server !== null || row.user !== null || vault.holdsPassword(id));
  }

  /** Aborts the checks of addresses; called on lock and on quit. */
  stop(): void {
    for (const check of this.#checks.values()) check.abort();
  }

  async #confirm(profile: Profile): Promise<Result> {
    const { sessions, profileStore, clients } = this.deps;
    const { id } = profile;
    const check = new AbortController();
    this.#checks.set(id, check);
    try {
      const { transport } = await clients.of(profile);
      const found = await confirmAddress(
        profile,
        transport,
        clients,
        check.signal,
        clients.credentials(profile),
      );
      if (!found.ok) return found;
      const present = sessions.profile(id);
      const isSame = present !== undefined && isDeepStrictEqual(present.address, profile.address);
      if (!isSame || check.signal.aborted) return fail({ code: 'cancelled' });
      const { address, server } = found.value;
      if (!isDeepStrictEqual(address, profile.address)) {
        sessions.update({ ...present, address });
        await profileStore.change(id, { address });
      }
      if (server !== null) sessions.setServerInfo(id, server);
      return done;
    } finally {
      this.#checks.delete(id);
    }
  }
}
