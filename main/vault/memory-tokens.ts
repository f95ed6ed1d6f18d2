import type { Profile, ProfileId } from '../../contract/profile.ts';
import type { FoundToken } from './open-shelf.ts';
import { bindingOf } from './record-sealing.ts';
import type { Token } from './token.ts';

/** A token and the profile that it acts for. */
export interface HeldToken {
  readonly profile: Profile;
  readonly token: Token;
}

/** Tokens that are not on the disk, or not yet; bound to their profiles like the sealed ones. */
export class MemoryTokens {
  readonly #held = new Map<ProfileId, HeldToken>();

  find(profile: Profile): FoundToken {
    const held = this.#held.get(profile.id);
    if (!held) return { kind: 'none' };
    const isSame = bindingOf('', held.profile, 'token') === bindingOf('', profile, 'token');
    return isSame ? { kind: 'token', token: held.token } : { kind: 'unreadable' };
  }

  all(): readonly HeldToken[] {
    return [...this.#held.values()];
  }

  /** Is this very token still the profile's, neither forgotten nor replaced? */
  holds({ profile, token }: HeldToken): boolean {
    return this.#held.get(profile.id)?.token === token;
  }

  put(held: HeldToken): void {
    this.#held.set(held.profile.id, held);
  }

  remove(id: ProfileId): void {
    this.#held.delete(id);
  }

  clear(): void {
    this.#held.clear();
  }
}
