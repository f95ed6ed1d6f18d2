import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import {
  hasToken,
  mayLiveOnServer,
  stableSession,
  type TokenSession,
} from '../../contract/sessions/session.ts';
import type { User } from '../../contract/sessions/user.ts';
import type { CheckHistory } from '../checks/check-history.ts';
import type { Logins } from '../logins/logins.ts';
import { TakenNames } from '../profiles/draft.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { SavedProfile } from '../profiles/saved/profiles-schema.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { RestoredProfile, SessionStore } from '../sessions/session-store.ts';
import type { Runs } from '../state/runs.ts';
import type { UndoSteps } from '../state/undo-steps.ts';
import type { Token } from '../token/token.ts';
import type { Vault } from '../vault/vault.ts';
import type { ServerRules } from './server-rules.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly profileStore: ProfileStore;
  readonly users: KnownUsers;
  readonly checkHistory: Pick<CheckHistory, 'forget'>;
  readonly vault: Pick<
    Vault,
    'find' | 'forget' | 'keep' | 'keepPassword' | 'password' | 'clientKey' | 'keepClientKey'
  >;
  readonly clients: Pick<ClientPool, 'close'>;
  readonly logins: Pick<Logins, 'cancelLogin' | 'logout'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'tryAll'>;
  readonly serverRules: Pick<ServerRules, 'refusesRemoval'>;
  readonly undoSteps: Pick<UndoSteps, 'push'>;
  readonly runs: Pick<Runs, 'each'>;
  readonly now: () => EpochMs;
}

/** What brings a removed profile back. */
interface Removed {
  readonly saved: SavedProfile;
  readonly user: User | null;
  /** Whether its session may live on at its server, or a log-out is pending. */
  readonly isSessionLeft: boolean;
  /** Null after a lock. */
  secrets: RemovedSecrets | null;
}

interface RemovedSecrets {
  /** The session with its token; null if there was none, or it could not be read. */
  readonly held: { readonly session: TokenSession; readonly token: Token } | null;
  readonly password: string | null;
  /** The key and the chain of its client certificate. */
  readonly clientKey: string | null;
}

const logoutsAtOnce = 4;

/** Removes profiles and everything known about them, and brings them back by an undo. */
export class ProfileRemoval {
  constructor(private readonly deps: Deps) {}

  /**
   * Removes a profile; `logOut` first ends its session on the server. A log-out that the server does not confirm is a
   * problem, but prevents no removal.
   */
  async remove(id: ProfileId, logOut: boolean): Promise<Result> {
    const refused = this.#refuses([id]);
    if (refused) return refused;
    this.deps.logins.cancelLogin(id);
    const ended = logOut ? await this.#lastLogOut(id) : done;
    await this.#removeAll([id]);
    return ended;
  }

  /** Removes several profiles in one change, or none; with `logOut` those that the run reached. */
  async removeMany(ids: readonly ProfileId[], logOut: boolean): Promise<Result> {
    const refused = this.#refuses(ids);
    if (refused) return refused;
    const { logins, runs } = this.deps;
    for (const id of ids) logins.cancelLogin(id);
    const reached = logOut
      ? await runs.each('remove', ids, logoutsAtOnce, (id) => this.#lastLogOut(id))
      : ids;
    await this.#removeAll(reached);
    return done;
  }

  /** Removes a profile that was added a moment ago, since its log-in failed after all; it cannot be brought back. */
  async takeBack(id: ProfileId): Promise<void> {
    this.deps.logins.cancelLogin(id);
    this.deps.sessions.remove([id]);
    await this.#forget([id]);
  }

  #refuses(ids: readonly ProfileId[]): Result<never> | null {
    const { sessions, serverRules } = this.deps;
    const known = ids.filter((id) => sessions.profile(id) !== undefined);
    if (known.length === 0) return fail({ code: 'profile-gone' });
    for (const id of known) {
      const refused = serverRules.refusesRemoval(id);
      if (refused) return refused;
    }
    return null;
  }

  /** Last attempt to end the sessions of a profile: its tokens are removed with it. */
  async #lastLogOut(id: ProfileId): Promise<Result> {
    const { sessions, logins, pendingLogouts } = this.deps;
    const ended = hasToken(stableSession(sessions.session(id))) ? await logins.logout(id) : done;
    // Retries log-outs that were pending before, not the one that just became pending.
    if (ended.ok) await pendingLogouts.tryAll(id);
    const [left] = sessions.pendingLogouts(id);
    if (left && ended.ok) {
      const { host, until } = left;
      return fail({ code: 'logout-unconfirmed', host, until, cause: null, pending: false });
    }
    if (ended.ok || ended.problem.code !== 'logout-unconfirmed') return ended;
    return fail({ ...ended.problem, pending: false });
  }

  async #removeAll(ids: readonly ProfileId[]): Promise<void> {
    const { sessions, users, undoSteps } = this.deps;
    const knownUsers = new Map<ProfileId, User | null>();
    for (const id of ids) knownUsers.set(id, await users.get(id));
    // From here on nothing is awaited until the rows are gone, so that no other change is lost.
    const removed = ids.flatMap((id) => this.#removed(id, knownUsers.get(id) ?? null) ?? []);
    const [first] = removed;
    if (!first) return;
    const gone = removed.map(({ saved }) => saved.profile.id);
    sessions.remove(gone);
    const forgotten = this.#forget(gone);
    undoSteps.push({
      shown: {
        kind: 'removed',
        count: removed.length,
        name: first.saved.profile.name,
        sessionsLeft: removed.filter(({ isSessionLeft }) => isSessionLeft).length,
      },
      undo: async () => {
        // Otherwise the vault would forget a token that is back already.
        await forgotten;
        return this.#restore(removed);
      },
      dropSecrets: () => {
        for (const one of removed) one.secrets = null;
      },
    });
    await forgotten;
  }

  #removed(id: ProfileId, user: User | null): Removed | null {
    const { sessions, profileStore, vault, now } = this.deps;
    const profile = sessions.profile(id);
    const saved = profileStore.get(id);
    if (!profile || !saved) return null;
    const session = stableSession(sessions.session(id));
    const found = vault.find(profile);
    const isWhole =
      hasToken(session) && found.kind === 'token' && found.token.fingerprint === session.fingerprint;
    return {
      saved,
      user,
      isSessionLeft: mayLiveOnServer(session, now()) || sessions.pendingLogouts(id).length > 0,
      // SECURITY: in memory only, and dropped by a lock (0035).
      secrets: {
        held: isWhole ? { session, token: found.token } : null,
        password: vault.password(profile),
        clientKey: vault.clientKey(profile),
      },
    };
  }

  /** Removes everything on the disk that belongs to these profiles. */
  async #forget(ids: readonly ProfileId[]): Promise<void> {
    const { profileStore, vault, users, checkHistory, clients } = this.deps;
    await profileStore.remove(ids);
    await Promise.all(ids.map((id) => vault.forget(id)));
    await Promise.all(ids.map((id) => users.forget(id)));
    await checkHistory.forget(ids);
    await Promise.all(ids.map((id) => clients.close(id)));
  }

  async #restore(removed: readonly Removed[]): Promise<Result> {
    const { sessions, profileStore, users } = this.deps;
    const names = new TakenNames(profileStore.takenNames());
    const back: (Removed & { readonly saved: SavedProfile })[] = [];
    for (const one of removed) {
      const before = one.saved.profile;
      const profile = { ...before, name: names.free(before.name) };
      names.add(profile.name);
      // Its pending log-outs have lost their tokens.
      back.push({ ...one, saved: { ...one.saved, profile, session: null, endings: [] } });
    }
    const saving = profileStore.restore(back.map(({ saved }) => saved));
    const [first] = back;
    const isThere = first !== undefined && profileStore.get(first.saved.profile.id) !== undefined;
    // If the disk is full, the profiles are back in memory, and a notice says that they are not saved.
    if (!isThere) return saving;
    sessions.restore(await Promise.all(back.map((one) => this.#withSecrets(one))));
    for (const { saved, user } of back) if (user) void users.keep(saved.profile.id, user);
    await saving;
    return done;
  }

  /** Puts the secrets of a profile back into the vault, as far as they are left and it takes them. */
  async #withSecrets({ saved, secrets }: Removed): Promise<RestoredProfile> {
    const { vault } = this.deps;
    const held = secrets?.held ?? null;
    const password = secrets?.password ?? null;
    const clientKey = secrets?.clientKey ?? null;
    if (clientKey !== null) await vault.keepClientKey(saved.profile, clientKey);
    const place = held && (await vault.keep(saved.profile, held.token));
    // A locked vault takes nothing; if writing failed, it holds the token in memory.
    const secret = place?.ok ? place.value : place?.problem.code === 'not-saved' ? 'memory' : null;
    const passwordKept = password !== null && (await vault.keepPassword(saved.profile, password)).ok;
    return { saved, session: held && secret && { ...held.session, secret }, passwordKept };
  }
}
