import { randomBytes } from 'node:crypto';
import type { Profile, ProfileId } from '../../../contract/profiles/profile.ts';
import type { TokenUse } from '../../../contract/sessions/program-access.ts';

/** How long a person lets a program use a token. */
export type PermissionSpan = 'once' | 'hour' | 'until-lock' | 'always';

/** A permission in force; times are of a monotonic clock, in ms. */
interface Permission {
  readonly id: string;
  readonly identity: string;
  /** The name of the program. */
  readonly program: string;
  readonly profileId: ProfileId;
  readonly use: TokenUse;
  /** The server and the user that it was given for. */
  readonly reach: string;
  readonly until: number;
}

/** A program, and what it wants. */
type Asking = Pick<Permission, 'profileId' | 'use'> & { readonly identity: string | null };

/** How long the spans last that a lock ends, in ms. */
export const spanMs: { readonly [Span in 'hour' | 'until-lock']: number } = {
  hour: 3_600_000,
  'until-lock': 12 * 3_600_000,
};

const strength: { readonly [Use in TokenUse]: number } = { get: 0, send: 1, read: 2 };

/** Whether a permission for one use is one for another: who may read the token may send any request with it. */
export function covers(given: TokenUse, asked: TokenUse): boolean {
  return strength[given] >= strength[asked];
}

/** For how long a program that was refused is refused without a new question, in ms; unknown ones count as one. */
const refusedMs = 60_000;

/** What a person decided about programs and servers, until the next lock. */
export class Permissions {
  readonly #given = new Map<string, Permission>();
  readonly #refused = new Map<string, number>();

  /** Whether a program may read the token of a profile; null: nobody has decided. */
  verdict(identity: string | null, profileId: ProfileId, use: TokenUse, now: number): boolean | null {
    if ((this.#refused.get(keyOf(identity, profileId, use)) ?? 0) > now) return false;
    if (identity === null) return null;
    const isGiven = [...this.#given.values()].some(
      (given) =>
        given.identity === identity &&
        given.profileId === profileId &&
        covers(given.use, use) &&
        given.until > now,
    );
    return isGiven || null;
  }

  /** Keeps a permission until its time is over; replaces an earlier one. */
  give(
    { identity, program, profileId, use, reach }: Omit<Permission, 'id' | 'until'>,
    span: 'hour' | 'until-lock',
    now: number,
  ): void {
    const key = keyOf(identity, profileId, use);
    this.#refused.delete(key);
    const id = randomBytes(6).toString('hex');
    this.#given.set(key, { id, identity, program, profileId, use, reach, until: now + spanMs[span] });
  }

  /** Keeps a refusal for a moment, so that a program which asks again at once does not ask a person again. */
  refuse({ identity, profileId, use }: Asking, now: number): void {
    this.#refused.set(keyOf(identity, profileId, use), now + refusedMs);
  }

  /** Those in force. */
  list(now: number): readonly Permission[] {
    return [...this.#given.values()].filter(({ until }) => until > now);
  }

  /** Ends one of them; returns the profile that it was for. */
  end(id: string): ProfileId | null {
    for (const [key, given] of this.#given)
      if (given.id === id) {
        this.#given.delete(key);
        return given.profileId;
      }
    return null;
  }

  /** Ends those that were given for another server or user of a profile; returns whether there were any. */
  follow(profileId: ProfileId, reach: string): boolean {
    const before = this.#given.size;
    for (const [key, given] of this.#given)
      if (given.profileId === profileId && given.reach !== reach) this.#given.delete(key);
    return this.#given.size < before;
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

function keyOf(identity: string | null, profileId: ProfileId, use: TokenUse): string {
  return `${use} ${profileId} ${identity ?? ''}`;
}

/** The server and the user that a permission is for. */
export function reachOf({ address, userName }: Profile): string {
  return JSON.stringify([address.origin, address.basePath, userName]);
}
