import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { bindingOf, type Extent, isWithin, type TokenKind } from './crypto/record.ts';
import type { FoundToken } from './vault-contents.ts';

/** A token, the profile that it acts for, and whether it still acts or only waits for its end. */
export interface HeldToken {
  readonly profile: Profile;
  readonly token: Token;
  readonly kind: TokenKind;
}

/** Tokens that are not on the disk, or not yet; bound to their profiles like the sealed ones. */
export class MemoryTokens {
  readonly #held = new Map<string, HeldToken>();

  find(profile: Profile, kind: TokenKind = 'token'): FoundToken {
    const held = this.#held.get(keyOf(profile.id, kind));
    if (!held) return { kind: 'none' };
    const isSame = bindingOf('', held.profile, kind) === bindingOf('', profile, kind);
    return isSame ? { kind: 'token', token: held.token } : { kind: 'unreadable' };
  }

  all(): readonly HeldToken[] {
    return [...this.#held.values()];
  }

  /** Is this very token still the profile's, neither forgotten nor replaced? */
  holds({ profile, token, kind }: HeldToken): boolean {
    return this.#held.get(keyOf(profile.id, kind))?.token === token;
  }

  put(held: HeldToken): void {
    this.#held.set(keyOf(held.profile.id, held.kind), held);
  }

  remove(id: ProfileId, kind: TokenKind): void {
    this.#held.delete(keyOf(id, kind));
  }

  removeAll(id: ProfileId, extent: Extent): void {
    for (const [key, { profile, kind }] of this.#held)
      if (profile.id === id && isWithin(extent, kind)) this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }
}

function keyOf(id: ProfileId, kind: string): string {
  return `${id} ${kind}`;
}
