import type { EpochMs } from './core/time.ts';
import type { Role } from './sessions/user.ts';

/** The most names of rights, and of groups, that are kept of one change; the counts are always whole. */
export const mostNamedRights = 20;

/** Some rights: how many, and the names of the first. */
export interface SomeRights {
  readonly count: number;
  readonly names: readonly string[];
}

/** How a user's rights on a server changed since a person last looked. */
export interface RightsChange {
  readonly at: EpochMs;
  readonly lost: SomeRights;
  readonly gained: SomeRights;
  readonly groupsLeft: readonly number[];
  readonly groupsJoined: readonly number[];
  /** Null: the same as before. */
  readonly role: { readonly from: Role; readonly to: Role } | null;
  /** What `active` became; null: the same as before. */
  readonly active: boolean | null;
}

/** The part of it that a row shows. */
export interface RightsMark {
  readonly at: EpochMs;
  readonly lost: number;
  readonly gained: number;
}

/** Cuts a change down to what a row shows. */
export function markOf(change: RightsChange | null): RightsMark | null {
  return change && { at: change.at, lost: change.lost.count, gained: change.gained.count };
}
