import { done, fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { Confirmations } from '../confirmations/confirmation.ts';
import type { SessionKeeper } from '../logins/logins.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import { isSamePlace } from '../sessions/same-connection.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { Vault } from '../vault/vault.ts';
import { wayQuestion } from './connection-change-warning.ts';
import { heldSecrets, isNothing, isWithin } from './held-secrets.ts';

interface Deps {
  readonly fleet: Pick<Fleet, 'profile'>;
  readonly vault: Pick<Vault, 'find' | 'holdsPassword' | 'reseal'>;
  readonly keeper: Pick<SessionKeeper, 'cancelLogin' | 'forgetPassword'>;
  readonly endings: Pick<Endings, 'follow' | 'following'>;
  readonly confirmations: Confirmations;
}

/** Lets the secrets of a profile follow it to another certificate, authority or proxy, if a person confirms that. */
export class WayChange {
  constructor(private readonly deps: Deps) {}

  /** Carries what is held for a profile to the place that `alter` gives it, and gives the profile as it is then. */
  async carry(before: Profile, alter: (profile: Profile) => Profile): Promise<Result<Profile>> {
    const { fleet, vault, keeper, endings, confirmations } = this.deps;
    const held = heldSecrets(this.deps, before);
    // SECURITY: the page's word alone moves no secret: a person confirms it in a dialog that main shows itself (0022).
    if (!isNothing(held)) {
      const confirmed = await confirmations.ask(wayQuestion(before, alter(before), held));
      if (!confirmed) return fail({ code: 'connection-kept' });
    }
    const present = fleet.profile(before.id);
    if (!present) return fail({ code: 'profile-gone' });
    // SECURITY: what a person agreed to is what they were shown, not what has come since (0022).
    if (!isSamePlace(before, present) || !isWithin(heldSecrets(this.deps, present), held))
      return fail({ code: 'connection-moved' });
    keeper.cancelLogin(before.id);
    const after = alter(present);
    // SECURITY: a kept password never follows; whoever stands at the new place has to be told it anew (0022).
    const forgotten = held.password ? await keeper.forgetPassword(before.id) : done;
    if (!forgotten.ok) return forgotten;
    const resealed = await vault.reseal(present, after);
    if (!resealed.ok) return resealed;
    await endings.follow(present, after);
    return ok(after);
  }
}
