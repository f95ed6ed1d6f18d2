import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { Logins } from '../logins/logins.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import { isSameServer } from '../sessions/same-connection.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import { connectionChangeWarning } from './connection-change-warning.ts';
import { isNothing, isWithin, storedSecrets } from './held-secrets.ts';

interface Deps {
  readonly sessions: Pick<SessionStore, 'profile'>;
  readonly vault: Pick<Vault, 'find' | 'holdsPassword' | 'holdsClientKey' | 'reseal'>;
  readonly logins: Pick<Logins, 'cancelLogin' | 'forgetPassword'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'follow' | 'following'>;
  readonly confirmations: Confirmations;
}

/** Moves the secrets of a profile to another certificate, CA or proxy, if a person confirms it. */
export class ConnectionChange {
  constructor(private readonly deps: Deps) {}

  /** Applies `alter` to a profile and binds its secrets to the result; returns the changed profile. */
  async carry(before: Profile, alter: (profile: Profile) => Profile): Promise<Result<Profile>> {
    const { sessions, vault, logins, pendingLogouts, confirmations } = this.deps;
    const held = storedSecrets(this.deps, before);
    // SECURITY: the page alone cannot move a secret: a person confirms it in a system dialog shown by main (0022).
    if (!isNothing(held)) {
      const confirmed = await confirmations.ask(connectionChangeWarning(before, alter(before), held));
      if (!confirmed) return fail({ code: 'connection-kept' });
    }
    const present = sessions.profile(before.id);
    if (!present) return fail({ code: 'profile-gone' });
    // SECURITY: the confirmation covers only the secrets that were shown, not any that arrived since (0022).
    if (!isSameServer(before, present) || !isWithin(storedSecrets(this.deps, present), held))
      return fail({ code: 'connection-moved' });
    logins.cancelLogin(before.id);
    const after = alter(present);
    // SECURITY: a saved password is never moved; it has to be typed again for the new connection (0022).
    const forgotten = held.password ? await logins.forgetPassword(before.id) : done;
    if (!forgotten.ok) return forgotten;
    // If writing fails, they are held in memory, for the changed profile.
    await vault.reseal(present, after);
    await pendingLogouts.follow(present, after);
    return ok(after);
  }
}
