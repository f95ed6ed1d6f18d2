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
  readonly #held = new Map<ProfileId, readonly HeldToken[]>();

  find(profile: Profile, kind: TokenKind = 'token'): FoundToken {
    const held = this.of(profile.id).find((one) => one.kind === kind);
    if (!held) return { kind: 'none' };
    const isSame = associatedData('', held.profile, kind) === associatedData('', profile, kind);
    return isSame ? { kind: 'token', token: held.token } : { kind: 'unreadable' };
  }

  all(): readonly HeldToken[] {
    return [...this.#held.values()].flat();
  }

  /** The tokens of one profile. */
  of(id: ProfileId): readonly HeldToken[] {
    return this.#held.get(id) ?? [];
  }

  /** Whether this very token is still held, neither removed nor replaced. */
  holds({ profile, token, kind }: HeldToken): boolean {
    return this.of(profile.id).some((held) => held.kind === kind && held.token === token);
  }

  put(held: HeldToken): void {
    const { id } = held.profile;
    this.#held.set(id, [...this.of(id).filter(({ kind }) => kind !== held.kind), held]);
  }

  remove(id: ProfileId, kind: TokenKind): void {
    this.#keep(id, (held) => held.kind !== kind);
  }

  removeAll(id: ProfileId, extent: Extent): void {
    this.#keep(id, (held) => !isWithin(extent, held.kind));
  }

  clear(): void {
    this.#held.clear();
  }

  #keep(id: ProfileId, stays: (held: HeldToken) => boolean): void {
    const kept = this.of(id).filter(stays);
    if (kept.length > 0) this.#held.set(id, kept);
    else this.#held.delete(id);
  }
}
