import type { EpochMs } from '../core/time.ts';

/** The user of a token, from `GET /users/me/` or the response to a log-in (FindFace Multi 2.x). */
export interface User {
  readonly id: number;
  /** The login name. */
  readonly name: string;
  readonly realName: string;
  readonly active: boolean;
  readonly comment: string;
  readonly groups: readonly number[];
  readonly primaryGroup: number | null;
  readonly permissions: readonly string[];
  /** Level by ID of the camera group; IDs can be negative. */
  readonly cameraGroupPermissions: Readonly<Record<string, string>>;
  readonly watchListPermissions: Readonly<Record<string, string>>;
  readonly groupPermissions: Readonly<Record<string, string>>;
  /** Such as `en-us`, `ru`, `es`; null if the server sent none. */
  readonly language: string | null;
  readonly hasFace: boolean;
  readonly faceCover: string | null;
  readonly adUser: boolean;
  readonly createdAt: EpochMs | null;
  readonly modifiedAt: EpochMs | null;
  readonly isAdmin: boolean;
}

/** The part of a user that a row shows. */
export interface UserSummary {
  readonly name: string;
  readonly realName: string;
  readonly role: Role;
  readonly adUser: boolean;
}

/** FindFace's built-in roles, or the ID of another group. */
export type Role = 'administrator' | 'operator' | 'user' | { readonly group: number } | null;

/** The role of a user by the primary group; FindFace's built-in groups are 1, 2 and 3. */
export function userRole(user: Pick<User, 'primaryGroup' | 'groups' | 'isAdmin'>): Role {
  if (user.isAdmin) return 'administrator';
  const group = user.primaryGroup ?? user.groups[0] ?? null;
  if (group === null) return null;
  if (group === 1) return 'administrator';
  if (group === 2) return 'operator';
  return group === 3 ? 'user' : { group };
}

/** Reduces a user to what a row shows. */
export function summarizeUser(user: User): UserSummary {
  return { name: user.name, realName: user.realName, role: userRole(user), adUser: user.adUser };
}

/** Maximum number of names kept of one rights change; the counts are complete. */
export const maxNamedRights = 20;

/** Rights that were gained or lost: the count, and the first names. */
export interface SomeRights {
  readonly count: number;
  readonly names: readonly string[];
}

/** How a user's rights have changed since a person last looked. */
export interface RightsChange {
  readonly at: EpochMs;
  readonly lost: SomeRights;
  readonly gained: SomeRights;
  readonly groupsLeft: readonly number[];
  readonly groupsJoined: readonly number[];
  /** Null: unchanged. */
  readonly role: { readonly from: Role; readonly to: Role } | null;
  /** The new value of `active`; null: unchanged. */
  readonly active: boolean | null;
}

/** The part of a rights change that a row shows. */
export interface RightsMark {
  readonly at: EpochMs;
  readonly lost: number;
  readonly gained: number;
}

/** Reduces a rights change to what a row shows. */
export function rightsMark(change: RightsChange | null): RightsMark | null {
  return change && { at: change.at, lost: change.lost.count, gained: change.gained.count };
}

/** What an account may do with sessions and blocked devices. */
export interface SessionRights {
  /** `current`: only the session of the request. */
  readonly view: 'all' | 'mine' | 'current';
  readonly end: 'all' | 'mine' | 'current';
  readonly viewBlocked: boolean;
  readonly block: boolean;
  readonly changeBlock: boolean;
  readonly unblock: boolean;
}

/** The rights by FindFace's permission names; the minimum if they are unknown. */
export function sessionRightsOf(user: Pick<User, 'permissions' | 'isAdmin'> | null): SessionRights {
  const granted = user?.permissions ?? [];
  // Some servers list no permissions for administrators.
  const all = user !== null && granted.length === 0 && user.isAdmin;
  const may = (right: string) => all || granted.includes(`ffsecurity.${right}`);
  const reach = (verb: 'view' | 'delete') => {
    if (may(`${verb}_ffsecauthsession`)) return 'all';
    return may(`${verb}_all_own_sessions`) ? 'mine' : 'current';
  };
  return {
    view: reach('view'),
    end: reach('delete'),
    viewBlocked: may('view_deviceblacklistrecord'),
    block: may('add_deviceblacklistrecord'),
    changeBlock: may('change_deviceblacklistrecord'),
    unblock: may('delete_deviceblacklistrecord'),
  };
}
