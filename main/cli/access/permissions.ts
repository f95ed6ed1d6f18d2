import type { ProfileId } from '../../../contract/profiles/profile.ts';

/** How long a person lets a program read a token. */
export type PermissionSpan = 'once' | 'hour' | 'until-lock' | 'always';

/** A permission in force; times are of a monotonic clock, in ms. */
interface Permission {
  readonly identity: string;
  readonly profileId: ProfileId;
  readonly until: number;
}

/** How long the spans last that a lock ends, in ms. */
export const spanMs: { readonly [Span in 'hour' | 'until-lock']: number } = {
  hour: 3_600_000,
  'until-lock': 12 * 3_600_000,
};

/** For how long a program that was refused is refused without a new question, in ms. */
const refusedMs = 10_000;

/** What a person decided about programs and servers, until the next lock. */
export class Permissions {
  readonly #given = new Map<string, Permission>();
  readonly #refused = new Map<string, number>();

  /** Whether a program may read the token of a profile; null: nobody has decided. */
  verdict(identity: string | null, profileId: ProfileId, now: number): boolean | null {
    if (identity === null) return null;
    const key = keyOf(identity, profileId);
    if ((this.#refused.get(key) ?? 0) > now) return false;
    const found = this.#given.get(key);
    if (found === undefined) return null;
    if (found.until > now) return true;
    this.#given.delete(key);
    return null;
  }

  /** Keeps a permission until its time is over; replaces an earlier one. */
  give(identity: string, profileId: ProfileId, span: 'hour' | 'until-lock', now: number): void {
    const key = keyOf(identity, profileId);
    this.#refused.delete(key);
    this.#given.set(key, { identity, profileId, until: now + spanMs[span] });
  }

  /** Keeps a refusal for a moment, so that a program which asks again at once does not ask a person again. */
  refuse(identity: string, profileId: ProfileId, now: number): void {
    this.#refused.set(keyOf(identity, profileId), now + refusedMs);
  }

  /** Those in force. */
  list(now: number): readonly Permission[] {
    return [...this.#given.values()].filter(({ until }) => until > now);
  }

  /** Ends one of them. */
  end(identity: string, profileId: ProfileId): void {
    this.#given.delete(keyOf(identity, profileId));
  }

  /** Ends those of a removed profile. */
  forget(profileId: ProfileId): void {
    for (const [key, given] of this.#given) if (given.profileId === profileId) this.#given.delete(key);
  }

  /** Ends all. */
  clear(): void {
    this.#given.clear();
    this.#refused.clear();
  }
}

const keyOf = (identity: string, profileId: ProfileId): string => `${profileId} ${identity}`;
