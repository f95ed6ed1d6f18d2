import { isDeepStrictEqual } from 'node:util';
import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { AutoLogoutPolicy } from '../../contract/profiles/auto-logout.ts';
import {
  addressText,
  type Draft,
  type Profile,
  type ProfileId,
  type ProxyChoice,
  type TlsTrust,
} from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { CheckHistory } from '../checks/check-history.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { Logins } from '../logins/logins.ts';
import type { ProbeOutcome } from '../probe/server-probe.ts';
import { type AcceptedDraft, acceptDraft, editedAddress, TakenNames, withDraft } from '../profiles/draft.ts';
import type { KnownUsers } from '../profiles/known-users.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import { pinOf } from '../servers/tls/certificate-facts.ts';
import { isSameLogin, mayEndAutomatically } from '../sessions/login-rules.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import {
  isSameConnection,
  letsOthersRead,
  withClientCertificate,
  withoutForeignCertificate,
} from '../sessions/same-connection.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import { ConnectionChange } from './connection-change.ts';
import {
  type ChosenConnection,
  type Edited,
  type NewProfile,
  newProfile,
  overridesFromProbe,
  overridesFromProfile,
  type ProfileOverrides,
} from './profile-overrides.ts';
import type { ServerRules } from './server-rules.ts';

interface Deps {
  readonly sessions: SessionStore;
  readonly profileStore: ProfileStore;
  readonly users: KnownUsers;
  readonly checkHistory: Pick<CheckHistory, 'forget'>;
  readonly vault: Pick<
    Vault,
    | 'fileName'
    | 'find'
    | 'placeOf'
    | 'forget'
    | 'holdsPassword'
    | 'holdsClientKey'
    | 'carryClientKey'
    | 'forgetClientKey'
    | 'reseal'
  >;
  readonly clients: ClientPool;
  readonly logins: Logins;
  readonly pendingLogouts: Pick<PendingLogouts, 'begin' | 'follow' | 'following'>;
  readonly confirmations: Confirmations;
  readonly serverRules: Pick<ServerRules, 'refuses'>;
  /** The auto log-out policy for new profiles. */
  readonly newAutoLogout: () => AutoLogoutPolicy;
  /** The proxy of new profiles. */
  readonly newProxy: () => ProxyChoice;
  readonly now: () => EpochMs;
}

/** Adds and changes profiles, and ends sessions that do not belong to them any more. */
export class ProfileEditor {
  readonly #ways: ConnectionChange;

  constructor(private readonly deps: Deps) {
    this.#ways = new ConnectionChange(deps);
  }

  /** Adds a profile from a draft and the result of its probe; fails with the problem of the draft. */
  async add(draft: Draft, probed: ProbeOutcome | null = null): Promise<Result<ProfileId>> {
    const [added] = await this.addAll([{ draft, brought: probed ? overridesFromProbe(probed) : {} }]);
    if (added?.ok && probed) this.deps.sessions.setServerInfo(added.value, probed.finding.server);
    return added ?? fail({ code: 'profile-gone' });
  }

  /** A new profile with the auto log-out and the proxy of the settings. */
  fresh(accepted: AcceptedDraft): Profile {
    return { ...newProfile(accepted, this.deps.newAutoLogout()), proxy: this.deps.newProxy() };
  }

  /** Adds another account on the server of a profile, with its address and proxy, and its trust or what was decided. */
  async addAccount(
    like: ProfileId,
    draft: Draft,
    probed: ProbeOutcome | null = null,
  ): Promise<Result<ProfileId>> {
    const { sessions } = this.deps;
    const profile = sessions.profile(like);
    if (!profile) return fail({ code: 'profile-gone' });
    const typed = { ...draft, address: addressText(profile.address) };
    const [added] = await this.addAll([
      { draft: typed, brought: overridesFromProfile(profile, probed), like: profile },
    ]);
    if (added?.ok) sessions.setServerInfo(added.value, sessions.serverInfo(like));
    return added ?? fail({ code: 'profile-gone' });
  }

  /** Adds many profiles at once; returns for each its ID or the problem of its draft. */
  async addAll(newProfiles: readonly NewProfile[]): Promise<readonly Result<ProfileId>[]> {
    const { sessions, profileStore } = this.deps;
    const taken = new TakenNames(profileStore.takenNames());
    const added: Profile[] = [];
    const results = newProfiles.map(async ({ draft, brought, like = null }): Promise<Result<ProfileId>> => {
      const accepted = acceptDraft(draft, taken);
      if (!accepted.ok) return accepted;
      const profile = { ...this.fresh(accepted.value), ...brought };
      const refused = this.deps.serverRules.refuses(null, profile);
      if (refused) return refused;
      taken.add(profile.name);
      const saving = profileStore.add(profile);
      // If the disk is full, the profile still exists in memory, and a notice says that it is not saved.
      const isThere = profileStore.get(profile.id) !== undefined;
      if (isThere) added.push(profile);
      if (isThere && like !== null && profile.clientCertificate)
        await this.deps.vault.carryClientKey(like, profile);
      const saved = await saving;
      return isThere || saved.ok ? ok(profile.id) : saved;
    });
    const settled = await Promise.all(results);
    if (added.length > 0) sessions.add(added);
    return settled;
  }

  /** Applies what an imported file says about a profile. */
  bring(id: ProfileId, brought: ProfileOverrides): Promise<Result> {
    return this.#change(id, (profile) => ({ ...profile, ...brought }));
  }

  /** Ends the session of a profile, because another one replaces it. */
  async endSession(id: ProfileId): Promise<void> {
    const profile = this.deps.sessions.profile(id);
    if (profile) await this.#endSession(profile);
  }

  /**
   * Changes a profile, and its connection settings with it. With another address or user name its session is ended,
   * since the token belongs to the old one.
   */
  async edit(id: ProfileId, draft: Draft, brought: Edited = {}): Promise<Result> {
    const { sessions, profileStore } = this.deps;
    const before = sessions.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    const accepted = acceptDraft(draft, profileStore.takenNames(id));
    if (!accepted.ok) return accepted;
    const { probed = null, certificate, ...more } = brought;
    const found: ProfileOverrides = { ...(probed ? overridesFromProbe(probed) : {}), ...more };
    const address = found.address ?? editedAddress(before.address, draft, accepted.value.address);
    const isSamePlace = isDeepStrictEqual(before.address, address);
    const changed = await this.#change(id, (profile) => {
      const isSameServer = profile.address.origin === address.origin;
      // A CA may also have issued the certificate of another host; a pin is for one server only.
      const staysTrusted = isSameServer || profile.tls.mode === 'ca';
      const tls: TlsTrust = staysTrusted ? profile.tls : { mode: 'system' };
      return presenting(certificate, { ...withDraft(profile, accepted.value), tls, ...found, address });
    });
    if (changed.ok && (probed || !isSamePlace)) sessions.setServerInfo(id, probed?.finding.server ?? null);
    return changed;
  }

  async markFavourite(id: ProfileId, favourite: boolean): Promise<Result> {
    const profile = this.deps.sessions.profile(id);
    return profile ? this.#keep({ ...profile, favourite }) : fail({ code: 'profile-gone' });
  }

  /** Trusts exactly this certificate for this profile; its sealed token is bound to the new trust. */
  async trust(id: ProfileId, fingerprint: string): Promise<Result> {
    const { sessions, clients, now } = this.deps;
    const before = sessions.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    // SECURITY: only a certificate that the server presented to this app can be trusted, not a fingerprint that the
    // page sends (0005).
    const client = await clients.of(before);
    if (client.lastShown?.fingerprint !== fingerprint) return fail({ code: 'certificate-not-seen' });
    const tls = pinOf(client.lastShown, now());
    return this.#change(id, (profile) => ({ ...profile, tls }));
  }

  /** Changes trust, proxy and client certificate of a profile; running requests are aborted. */
  connect(id: ProfileId, { certificate, ...route }: ChosenConnection): Promise<Result> {
    return this.#change(id, (profile) => presenting(certificate, { ...profile, ...route }));
  }

  /** Changes a profile; its secrets move along only where that is allowed. */
  async #change(id: ProfileId, change: (profile: Profile) => Profile): Promise<Result> {
    const alter = (profile: Profile) => withoutForeignCertificate(profile, change(profile));
    const { sessions, vault, clients, serverRules } = this.deps;
    const before = sessions.profile(id);
    if (!before) return fail({ code: 'profile-gone' });
    const after = alter(before);
    const refused = serverRules.refuses(before, after);
    if (refused) return refused;
    // SECURITY: over plain HTTP a proxy reads the token, so it never gets one that was granted before (0017).
    const isLeft = !isSameLogin(before, after) || letsOthersRead(before, after);
    if (!isLeft && isSameConnection(before, after)) return this.#keep(after);
    if (!isLeft) {
      const carried = await this.#ways.carry(before, alter);
      if (!carried.ok) return carried;
      const kept = await this.#keep(carried.value);
      // When its token was written, the row still had the previous connection.
      sessions.refreshSecretPlaces(vault, new Set([id]));
      // SECURITY: connections opened under the previous trust are not reused (0016).
      await clients.close(id);
      return kept;
    }
    await this.#endSession(before);
    const present = sessions.profile(id);
    if (!present) return fail({ code: 'profile-gone' });
    // SECURITY: a log-in meanwhile has stored a token that belongs to the old server (0022).
    if (vault.find(present).kind !== 'none') return fail({ code: 'connection-moved' });
    const changed = alter(present);
    const kept = await this.#keep(changed);
    await clients.close(id);
    const isPresented = changed.clientCertificate !== undefined;
    await (isPresented ? vault.carryClientKey(present, changed) : vault.forgetClientKey(id));
    return kept;
  }

  async #keep(profile: Profile): Promise<Result> {
    const { sessions, profileStore, serverRules } = this.deps;
    // SECURITY: checked again, since another change may have come first (0030).
    const refused = serverRules.refuses(sessions.profile(profile.id) ?? null, profile);
    if (refused) return refused;
    sessions.update(profile);
    await profileStore.changeAll([profile]);
    return done;
  }

  /** Tells the old server in the background: the token is out of use, and the log-out is retried automatically. */
  async #endSession(profile: Profile): Promise<void> {
    const { sessions, vault, clients, users, checkHistory, logins, pendingLogouts } = this.deps;
    logins.cancelLogin(profile.id);
    const found = vault.find(profile);
    const session = stableSession(sessions.session(profile.id));
    await clients.close(profile.id);
    if (found.kind === 'token' && mayEndAutomatically(session))
      await pendingLogouts.begin(profile, found.token, hasToken(session) ? session.expiresAt : null, null);
    await vault.forget(profile.id, 'login');
    await users.forget(profile.id);
    await checkHistory.forget([profile.id]);
    void sessions.dispatch(profile.id, { type: 'logged-out' });
    sessions.forgetUser(profile.id);
  }
}

/** A profile with the client certificate that was chosen; undefined: with the one that it has. */
function presenting(certificate: ChosenConnection['certificate'], profile: Profile): Profile {
  return certificate === undefined ? profile : withClientCertificate(profile, certificate);
}
