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
  readonly vault: Pick<Vault, 'find' | 'holdsPassword' | 'reseal'>;
  readonly logins: Pick<Logins, 'cancelLogin' | 'forgetPassword'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'follow' | 'following'>;
  readonly confirmations: Confirmations;
}

/** Lets the secrets of a profile follow it to another certificate, authority or proxy, if a person confirms that. */
export class ConnectionChange {
  constructor(private readonly deps: Deps) {}

  /** Carries what is held for a profile to the place that `alter` gives it, and gives the profile as it is then. */
  async carry(before: Profile, alter: (profile: Profile) => Profile): Promise<Result<Profile>> {
    const { sessions, vault, logins, pendingLogouts, confirmations } = this.deps;
    const held = storedSecrets(this.deps, before);
    // SECURITY: the page's word alone moves no secret: a person confirms it in a dialog that main shows itself (0022).
    if (!isNothing(held)) {
      const confirmed = await confirmations.ask(connectionChangeWarning(before, alter(before), held));
      if (!confirmed) return fail({ code: 'connection-kept' });
    }
    const present = sessions.profile(before.id);
    if (!present) return fail({ code: 'profile-gone' });
    // SECURITY: what a person agreed to is what they were shown, not what has come since (0022).
    if (!isSameServer(before, present) || !isWithin(storedSecrets(this.deps, present), held))
      return fail({ code: 'connection-moved' });
    logins.cancelLogin(before.id);
    const after = alter(present);
    // SECURITY: a kept password never follows; whoever stands at the new place has to be told it anew (0022).
    const forgotten = held.password ? await logins.forgetPassword(before.id) : done;
    if (!forgotten.ok) return forgotten;
    const resealed = await vault.reseal(present, after);
    if (!resealed.ok) return resealed;
    await pendingLogouts.follow(present, after);
    return ok(after);
  }
}
