import type { EpochMs } from '../../contract/core/time.ts';
import {
  maxNamedRights,
  type RightsChange,
  type SomeRights,
  type User,
  userRole,
} from '../../contract/sessions/user.ts';

const maxNameLength = 200;

/** The difference between two reports about a user, with all names. */
export interface RightsDifference {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  readonly groupsLeft: readonly number[];
  readonly groupsJoined: readonly number[];
  readonly role: RightsChange['role'];
  readonly active: boolean | null;
}

/** What changed in a user's rights; null if nothing did, or if it is another user. */
export function rightsDifference(before: User, after: User): RightsDifference | null {
  if (before.name !== after.name) return null;
  const [from, to] = [userRole(before), userRole(after)];
  return somethingOf({
    lost: without(before.permissions, after.permissions),
    gained: without(after.permissions, before.permissions),
    groupsLeft: without(before.groups, after.groups),
    groupsJoined: without(after.groups, before.groups),
    role: isSame(from, to) ? null : { from, to },
    active: before.active === after.active ? null : after.active,
  });
}

/**
 * Adds a difference to what the person has not seen yet; rights that came back cancel out.
 *
 * Null if nothing is left. Names are limited in number; beyond the limit only counts are added.
 */
export function withDifference(
  unseen: RightsChange | null,
  next: RightsDifference,
  at: EpochMs,
): RightsChange | null {
  const { role: first = null, active: switched = null } = unseen ?? {};
  const role = first && next.role ? { from: first.from, to: next.role.to } : (next.role ?? first);
  return somethingOf({
    at,
    lost: joined(unseen?.lost, next.lost, unseen?.gained, next.gained),
    gained: joined(unseen?.gained, next.gained, unseen?.lost, next.lost),
    groupsLeft: joinedGroups(unseen?.groupsLeft, next.groupsLeft, unseen?.groupsJoined, next.groupsJoined),
    groupsJoined: joinedGroups(unseen?.groupsJoined, next.groupsJoined, unseen?.groupsLeft, next.groupsLeft),
    role: role && isSame(role.from, role.to) ? null : role,
    active: switched !== null && next.active !== null ? null : (next.active ?? switched),
  });
}

function joined(
  known: SomeRights = { count: 0, names: [] },
  added: readonly string[],
  opposite: SomeRights = { count: 0, names: [] },
  takenBack: readonly string[],
): SomeRights {
  const stays = without(known.names, takenBack);
  const isNew = without(added, [...opposite.names, ...stays]);
  const count = known.count - (known.names.length - stays.length) + isNew.length;
  const names = [...stays, ...isNew].slice(0, maxNamedRights);
  return { count, names: names.map((name) => name.slice(0, maxNameLength)) };
}

function joinedGroups(
  known: readonly number[] = [],
  added: readonly number[],
  opposite: readonly number[] = [],
  takenBack: readonly number[],
): readonly number[] {
  const stays = without(known, takenBack);
  return [...stays, ...without(added, [...opposite, ...stays])].slice(0, maxNamedRights);
}

function somethingOf<Change extends RightsDifference | RightsChange>(change: Change): Change | null {
  const size = (some: SomeRights | readonly unknown[]) => ('count' in some ? some.count : some.length);
  const { lost, gained, groupsLeft, groupsJoined, role, active } = change;
  const isNothing =
    size(lost) + size(gained) + groupsLeft.length + groupsJoined.length === 0 &&
    role === null &&
    active === null;
  return isNothing ? null : change;
}

function without<Item>(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const gone = new Set(others);
  return [...new Set(items)].filter((item) => !gone.has(item));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
