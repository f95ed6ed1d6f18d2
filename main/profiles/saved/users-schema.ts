import * as v from 'valibot';
import { isProfileId, type ProfileId } from '../../../contract/profiles/profile.ts';
import type { User } from '../../../contract/sessions/user.ts';
import { type FileFormat, versionedJsonFormat } from '../../files/file-format.ts';
import { knownMoment } from './field-schemas.ts';

const text = v.pipe(v.string(), v.maxLength(4096));
const levels = v.record(text, text);

const savedUsers = v.object({
  fmt: v.literal('ffsm-users'),
  v: v.literal(1),
  minReader: v.literal(1),
  /** Each distinct list of permissions once; servers of one version repeat them. */
  permissions: v.array(v.array(text)),
  users: v.array(
    v.object({
      profileId: v.custom<ProfileId>(isProfileId),
      /** Index of this user's list of permissions. */
      permissions: v.pipe(v.number(), v.integer(), v.minValue(0)),
      user: v.object({
        id: v.number(),
        name: text,
        realName: text,
        active: v.boolean(),
        comment: text,
        groups: v.array(v.number()),
        primaryGroup: v.nullable(v.number()),
        cameraGroupPermissions: levels,
        watchListPermissions: levels,
        groupPermissions: levels,
        language: v.nullable(text),
        hasFace: v.boolean(),
        faceCover: v.nullable(text),
        adUser: v.boolean(),
        createdAt: knownMoment,
        modifiedAt: knownMoment,
        isAdmin: v.boolean(),
      }),
    }),
  ),
});

type SavedUsers = v.InferOutput<typeof savedUsers>;

/** The users of `users.json` by profile. */
export type UsersById = ReadonlyMap<ProfileId, User>;

const stored = versionedJsonFormat({
  fmt: 'ffsm-users',
  version: 1,
  largest: 50_000_000,
  schema: savedUsers,
});

/** The format of `users.json`. */
export const usersFormat: FileFormat<UsersById> = {
  largest: stored.largest,
  read: (text) => {
    const parsed = stored.read(text);
    return parsed.kind === 'good' ? { kind: 'good', value: unpack(parsed.value) } : { kind: parsed.kind };
  },
  write: (users) => stored.write(pack(users)),
};

/** Packs users with each list of permissions once; equal lists must be the same object. */
function pack(users: UsersById): SavedUsers {
  const lists = [...new Set(Array.from(users.values(), (user) => user.permissions))];
  const places = new Map(lists.map((list, place) => [list, place]));
  const packed = Array.from(users, ([profileId, { permissions, ...user }]) => ({
    profileId,
    permissions: places.get(permissions) ?? 0,
    user: { ...user, groups: [...user.groups] },
  }));
  return {
    fmt: 'ffsm-users',
    v: 1,
    minReader: 1,
    permissions: lists.map((list) => [...list]),
    users: packed,
  };
}

function unpack(saved: SavedUsers): UsersById {
  const users = new Map<ProfileId, User>();
  for (const { profileId, permissions: place, user } of saved.users) {
    const permissions = saved.permissions[place];
    if (permissions) users.set(profileId, { ...user, permissions });
  }
  return users;
}
