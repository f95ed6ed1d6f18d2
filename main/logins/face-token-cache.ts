import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { isSameServer } from '../sessions/same-connection.ts';
import type { Token } from '../token/token.ts';

/** Long enough to type a password, in ms. */
const lifeMs = 5 * 60_000;

interface Held {
  readonly profile: Profile;
  readonly token: Token;
  readonly since: number;
}

/**
 * The inactive tokens of faces that were recognised and still await their password.
 *
 * They are in memory only, for one login of one profile, and for five minutes.
 */
export class FaceTokenCache {
  readonly #held = new Map<ProfileId, Held>();
  readonly #elapsed: () => number;

  /** `elapsed` is in ms of a monotonic clock. */
  constructor(monotonicNow: () => number) {
    this.#elapsed = monotonicNow;
  }

  keep(profile: Profile, token: Token): void {
    this.#held.set(profile.id, { profile, token, since: this.#elapsed() });
  }

  /** The token of this very login, if it is still young enough; null if there is none. */
  find(profile: Profile): Token | null {
    const held = this.#held.get(profile.id);
    if (held === undefined) return null;
    // SECURITY: a face that was shown to one server is not handed to another, nor used for another user (0015).
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
