import type { EpochMs } from '../core/time.ts';

/** The user of a token, as `GET /users/me/` and the login answer describe it (FindFace Multi 2.x). */
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
  /** Level by camera group id; ids may be negative. */
  readonly cameraGroupPermissions: Readonly<Record<string, string>>;
  readonly watchListPermissions: Readonly<Record<string, string>>;
  readonly groupPermissions: Readonly<Record<string, string>>;
  /** Such as `en-us`, `ru`, `es`; null if the server gave none. */
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

/** The built-in roles of FindFace, or the number of a group made on the server. */
export type Role = 'administrator' | 'operator' | 'user' | { readonly group: number } | null;

/** The role that a user's primary group stands for; FindFace's built-in groups are 1, 2 and 3. */
export function userRole(user: Pick<User, 'primaryGroup' | 'groups' | 'isAdmin'>): Role {
  if (user.isAdmin) return 'administrator';
  const group = user.primaryGroup ?? user.groups[0] ?? null;
  if (group === null) return null;
  if (group === 1) return 'administrator';
  if (group === 2) return 'operator';
  return group === 3 ? 'user' : { group };
}

/** Cuts a user down to what a row shows. */
export function summarizeUser(user: User): UserSummary {
  return { name: user.name, realName: user.realName, role: userRole(user), adUser: user.adUser };
}

/** The most names of rights, and of groups, that are kept of one change; the counts are always whole. */
export const maxNamedRights = 20;

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
export function rightsMark(change: RightsChange | null): RightsMark | null {
  return change && { at: change.at, lost: change.lost.count, gained: change.gained.count };
}

/** What an account may do with sessions and blocked devices of its server. */
export interface SessionRights {
  /** `current`: only the session at hand. */
  readonly view: 'all' | 'mine' | 'current';
  readonly end: 'all' | 'mine' | 'current';
  readonly viewBlocked: boolean;
  readonly block: boolean;
  readonly changeBlock: boolean;
  readonly unblock: boolean;
}

/** Reads the rights out of what the server granted; nothing known means the least. */
export function sessionRightsOf(user: Pick<User, 'permissions' | 'isAdmin'> | null): SessionRights {
  const granted = user?.permissions ?? [];
  // A server that lists no permissions of an administrator is believed about the administrator.
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
