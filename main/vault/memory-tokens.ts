import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { Token } from '../token/token.ts';
import { associatedData, type Extent, isWithin, type TokenKind } from './crypto/record.ts';
import type { FoundToken } from './vault-contents.ts';

/** A token, its profile, and whether it is in use or pending log-out. */
export interface HeldToken {
  readonly profile: Profile;
  readonly token: Token;
  readonly kind: TokenKind;
}

/** Tokens that are not or not yet on disk, bound to their profiles like sealed ones. */
export class MemoryTokens {
  readonly #held = new Map<string, HeldToken>();

  find(profile: Profile, kind: TokenKind = 'token'): FoundToken {
    const held = this.#held.get(recordKey(profile.id, kind));
    if (!held) return { kind: 'none' };
    const isSame = associatedData('', held.profile, kind) === associatedData('', profile, kind);
    return isSame ? { kind: 'token', token: held.token } : { kind: 'unreadable' };
  }

  all(): readonly HeldToken[] {
    return [...this.#held.values()];
  }

  /** Whether this very token is still held, neither removed nor replaced. */
  holds({ profile, token, kind }: HeldToken): boolean {
    return this.#held.get(recordKey(profile.id, kind))?.token === token;
  }

  put(held: HeldToken): void {
    this.#held.set(recordKey(held.profile.id, held.kind), held);
  }

  remove(id: ProfileId, kind: TokenKind): void {
    this.#held.delete(recordKey(id, kind));
  }

  removeAll(id: ProfileId, extent: Extent): void {
    for (const [key, { profile, kind }] of this.#held)
      if (profile.id === id && isWithin(extent, kind)) this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }
}

function recordKey(id: ProfileId, kind: string): string {
  return `${id} ${kind}`;
}
