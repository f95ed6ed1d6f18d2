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
export function roleOf(user: Pick<User, 'primaryGroup' | 'groups' | 'isAdmin'>): Role {
  if (user.isAdmin) return 'administrator';
  const group = user.primaryGroup ?? user.groups[0] ?? null;
  if (group === null) return null;
  if (group === 1) return 'administrator';
  if (group === 2) return 'operator';
  return group === 3 ? 'user' : { group };
}

/** Cuts a user down to what a row shows. */
export function summaryOf(user: User): UserSummary {
  return { name: user.name, realName: user.realName, role: roleOf(user), adUser: user.adUser };
}
