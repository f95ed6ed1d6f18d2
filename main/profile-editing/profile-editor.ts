import { isDeepStrictEqual } from 'node:util';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { Lease } from '../../contract/profiles/auto-logout.ts';
import {
  addressText,
  type Draft,
  type Profile,
  type ProfileId,
  type TlsTrust,
} from '../../contract/profiles/profile.ts';
import { isHeld, settled } from '../../contract/sessions/session.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { SessionKeeper } from '../logins/logins.ts';
import type { Probed } from '../probe/server-probe.ts';
import { acceptDraft, editedAddress, TakenNames } from '../profiles/draft.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ProfileBook } from '../profiles/profile-store.ts';
import type { ServerClients } from '../servers/client-pool.ts';
import { isSameLogin, mayEndUnasked } from '../sessions/login-rules.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import { isSameWay, letsOthersRead, type Way } from '../sessions/same-connection.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import { WayChange } from './connection-change.ts';
import { type Brought, broughtBy, type Edited, type Newcomer, newProfile } from './profile-overrides.ts';

interface Deps {
  readonly fleet: Fleet;
  readonly book: ProfileBook;
  readonly users: KnownUsers;
  readonly vault: Pick<Vault, 'fileName' | 'find' | 'forget' | 'holdsPassword' | 'reseal'>;
  readonly clients: ServerClients;
  readonly keeper: SessionKeeper;
  readonly endings: Pick<Endings, 'begin' | 'follow' | 'following' | 'tryAll'>;
  readonly confirmations: Confirmations;
  /** The lease of a server that is added now. */
  readonly newLease: () => Lease;
  readonly now: () => EpochMs;
}

/** Adds, changes and removes profiles, and sees to it that no session is left behind under a wrong name. */
export class ProfileDesk {
  readonly #ways: WayChange;

  constructor(private readonly deps: Deps) {
    this.#ways = new WayChange(deps);
  }

  /** Adds the profile a person typed, completed by what a probe found, or says what in it cannot be used. */
  async add(draft: Draft, probed: Probed | null = null): Promise<Result<ProfileId>> {
    const [added] = await this.addAll([{ draft, brought: probed ? broughtBy(probed) : {} }]);
    if (added?.ok && probed) this.deps.fleet.learn(added.value, probed.finding.server);
    return added ?? fail({ code: 'profile-gone' });
  }

  /** The lease of a profile that is added now. */
  lease(): Lease {
    return this.deps.newLease();
  }

  /** Adds another account on the server of a profile; address, trust and proxy are that profile's. */
  async addAccount(like: ProfileId, draft: Draft): Promise<Result<ProfileId>> {
    const { fleet } = this.deps;
    const profile = fleet.profile(like);
    if (!profile) return fail({ code: 'profile-gone' });
    const { address, tls, proxy } = profile;
    const typed = { ...draft, address: addressText(address) };
    const [added] = await this.addAll([{ draft: typed, brought: { address, tls, proxy } }]);
    if (added?.ok) fleet.learn(added.value, fleet.server(like));
    return added ?? fail({ code: 'profile-gone' });
  }

  /** Adds many profiles at once; of each it says its id, or what in it cannot be used. */
  async addAll(newcomers: readonly Newcomer[]): Promise<readonly Result<ProfileId>[]> {
    const { fleet, book } = this.deps;
    const taken = new TakenNames(book.takenNames());
    const added: Profile[] = [];
    const results = newcomers.map(async ({ draft, brought }): Promise<Result<ProfileId>> => {
      const accepted = acceptDraft(draft, taken);
      if (!accepted.ok) return accepted;
      const profile = { ...newProfile(accepted.value, this.deps.newLease()), ...brought };
      taken.add(profile.name);
      const saving = book.add(profile);
      // A full disk costs nothing that was typed: the profile is there, and a notice says that it is not saved yet.
      const isThere = book.get(profile.id) !== undefined;
      if (isThere) added.push(profile);
      const saved = await saving;
      return isThere || saved.ok ? ok(profile.id) : saved;
    });
    const settled = await Promise.all(results);
    if (added.length > 0) fleet.welcome(added);
    return settled;
  }

  /** Takes over what a file knows of a profile. */
  bring(id: ProfileId, brought: Brought): Promise<Result> {
    return this.#change(id, (profile) => ({ ...profile, ...brought }));
  }

  /** Ends the session of a profile, because another one takes its place. */
  async endSession(id: ProfileId): Promise<void> {
    const profile = this.deps.fleet.profile(id);
    if (profile) await this.#endSession(profile);
  }

  /** Says what of a draft cannot be used for a profile that is in the list. */
  accepts(id: ProfileId, draft: Draft): Result {
    const { fleet, book } = this.deps;
    if (!fleet.profile(id)) return fail({ code: 'profile-gone' });
    const accepted = acceptDraft(draft, book.takenNames(id));
    return accepted.ok ? done : accepted;
  }

  /**
   * Changes a profile, and whom it trusts along with it; with another address or user name its session is ended, since the
   * token belongs to the old.
   */
  async edit(id: ProfileId, draft: Draft, brought: Edited = {}): Promise<Result> {
    const { fleet, book } = this.deps;
    const before = fleet.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    const accepted = acceptDraft(draft, book.takenNames(id));
    if (!accepted.ok) return accepted;
    const { probed = null, ...more } = brought;
    const found: Brought = { ...(probed ? broughtBy(probed) : {}), ...more };
    const address = found.address ?? editedAddress(before.address, draft, accepted.value.address);
    const isSamePlace = isDeepStrictEqual(before.address, address);
    const changed = await this.#change(id, (profile) => {
      const isSameServer = profile.address.origin === address.origin;
      // An authority vouches for a name, so it may vouch for another one; a pin is about this one server.
      const staysTrusted = isSameServer || profile.tls.mode === 'ca';
      const tls: TlsTrust = staysTrusted ? profile.tls : { mode: 'system' };
      return { ...profile, ...accepted.value, tls, ...found, address };
    });
    if (changed.ok && (probed || !isSamePlace)) fleet.learn(id, probed?.finding.server ?? null);
    return changed;
  }

  /** Removes a profile and all that is known of it; `logOut` ends its session on the server first. */
  async remove(id: ProfileId, logOut: boolean): Promise<Result> {
    const { fleet, book, users, vault, clients, keeper } = this.deps;
    if (!fleet.profile(id)) return fail({ code: 'profile-gone' });
    keeper.cancelLogin(id);
    const ended = await this.#lastLogOut(id, logOut);
    fleet.leave(id);
    await book.remove(id);
    await vault.forget(id);
    await users.forget(id);
    await clients.close(id);
    return ended;
  }

  /** What no server has confirmed by now never will be: its token goes with the profile. */
  async #lastLogOut(id: ProfileId, logOut: boolean): Promise<Result> {
    const { fleet, keeper, endings } = this.deps;
    const session = settled(fleet.session(id));
    if (!logOut) return done;
    const ended = isHeld(session) ? await keeper.logout(id) : done;
    // What was pending before is asked for a last time, what has become so just now is not.
    if (ended.ok) await endings.tryAll(id);
    const [left] = fleet.endings(id);
    if (left && ended.ok) {
      const { host, until } = left;
      return fail({ code: 'logout-unconfirmed', host, until, cause: null, pending: false });
    }
    if (ended.ok || ended.problem.code !== 'logout-unconfirmed') return ended;
    return fail({ ...ended.problem, pending: false });
  }

  async markFavourite(id: ProfileId, favourite: boolean): Promise<Result> {
    const profile = this.deps.fleet.profile(id);
    return profile ? this.#keep({ ...profile, favourite }) : fail({ code: 'profile-gone' });
  }

  /** Trusts exactly this certificate for this profile from now on; its sealed token is bound to the new trust. */
  async trust(id: ProfileId, fingerprint: string): Promise<Result> {
    const { fleet, clients, now } = this.deps;
    const before = fleet.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    // SECURITY: only what a server showed this very app can be trusted, not any number a page sends (0005).
    const client = await clients.of(before);
    if (client.lastShown?.fingerprint !== fingerprint) return fail({ code: 'certificate-not-seen' });
    const { validFrom, validTo } = client.lastShown;
    const tls: TlsTrust = { mode: 'pin', fingerprint, trustedAt: now(), dates: { validFrom, validTo } };
    return this.#change(id, (profile) => ({ ...profile, tls }));
  }

  /** Changes whom a profile trusts and by which way its server is reached; what is under way is given up. */
  connect(id: ProfileId, connection: Partial<Way>): Promise<Result> {
    return this.#change(id, (profile) => ({ ...profile, ...connection }));
  }

  /** Changes a profile; what is held of its secrets follows only where it may. */
  async #change(id: ProfileId, alter: (profile: Profile) => Profile): Promise<Result> {
    const { fleet, vault, clients } = this.deps;
    const before = fleet.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    const after = alter(before);
    // SECURITY: over plain HTTP a proxy reads the token, so a new one never gets a token that was granted before (0017).
    const isLeft = !isSameLogin(before, after) || letsOthersRead(before, after);
    if (!isLeft && isSameWay(before, after)) return this.#keep(after);
    if (!isLeft) {
      const carried = await this.#ways.carry(before, alter);
      if (!carried.ok) return carried;
      const kept = await this.#keep(carried.value);
      // SECURITY: no connection that was opened under the trust before is used again (0016).
      await clients.close(id);
      return kept;
    }
    await this.#endSession(before);
    const present = fleet.profile(id);
    if (!present) return fail({ code: 'profile-gone' });
    // SECURITY: a login that came in between has brought a token that belongs to the old place (0022).
    if (vault.find(present).kind !== 'none') return fail({ code: 'connection-moved' });
    const kept = await this.#keep(alter(present));
    await clients.close(id);
    return kept;
  }

  async #keep(profile: Profile): Promise<Result> {
    const { fleet, book } = this.deps;
    fleet.alter(profile);
    await book.change(profile.id, profile);
    return done;
  }

  /** The old server is told, but nobody waits for it: its token is out of use, and its ending goes on by itself. */
  async #endSession(profile: Profile): Promise<void> {
    const { fleet, vault, clients, users, keeper, endings } = this.deps;
    keeper.cancelLogin(profile.id);
    const found = vault.find(profile);
    const session = settled(fleet.session(profile.id));
    await clients.close(profile.id);
    if (found.kind === 'token' && mayEndUnasked(session))
      await endings.begin(profile, found.token, isHeld(session) ? session.expiresAt : null, null);
    await vault.forget(profile.id, 'login');
    await users.forget(profile.id);
    void fleet.happen(profile.id, { type: 'logged-out' });
    fleet.forgetUser(profile.id);
  }
}
