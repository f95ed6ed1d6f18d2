import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { isSameServer } from '../sessions/same-connection.ts';
import type { Token } from '../token/token.ts';

/** Enough time to type a password, in ms. */
const lifeMs = 5 * 60_000;

interface Held {
  readonly profile: Profile;
  readonly token: Token;
  readonly since: number;
}

/**
 * Face tokens of recognized faces that still wait for the password.
 *
 * In memory only, for one log-in of one profile, for five minutes.
 */
export class FaceTokenCache {
  readonly #held = new Map<ProfileId, Held>();
  readonly #elapsed: () => number;

  /** `monotonicNow` is in ms. */
  constructor(monotonicNow: () => number) {
    this.#elapsed = monotonicNow;
  }

  keep(profile: Profile, token: Token): void {
    this.#held.set(profile.id, { profile, token, since: this.#elapsed() });
  }

  /** The face token for exactly this server and user, if it has not timed out; else null. */
  find(profile: Profile): Token | null {
    const held = this.#held.get(profile.id);
    if (held === undefined) return null;
    // SECURITY: a face token is never sent to another server or used for another user (0015).
    if (isSameServer(held.profile, profile) && this.#elapsed() - held.since < lifeMs) return held.token;
    this.#held.delete(profile.id);
    return null;
  }

  forget(id: ProfileId): void {
    this.#held.delete(id);
  }

  forgetAll(): void {
    this.#held.clear();
  }
}
