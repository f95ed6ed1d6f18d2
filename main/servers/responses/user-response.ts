import * as v from 'valibot';
import type { EpochMs } from '../../../contract/core/time.ts';
import type { User } from '../../../contract/sessions/user.ts';
import { isTokenText, Token } from '../../token/token.ts';
import { sanitizeText } from '../http/sanitize-text.ts';
import { serverDate, shownText } from './fields.ts';

/** A parsed response, or the name of the field that made it unusable. */
export type ParsedResponse<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly field: string };

/** A granted log-in; the expiry is by the server's clock, null if it sent none. */
export interface LoginGrant {
  readonly token: Token;
  /** The user, or the name of the field that is missing. */
  readonly user: ParsedResponse<User>;
  readonly serverExpiry: EpochMs | null;
}

/** A renewal; the expiry is by the server's clock, null if it sent none. */
export interface RenewalGrant {
  readonly user: User;
  readonly serverExpiry: EpochMs | null;
}

const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.filter((item) => typeof item === 'string')),
    v.transform((items) => items.map((item) => sanitizeText(item, 200))),
  ),
  [],
);

const wholeNumber = v.pipe(v.number(), v.safeInteger());

const numberInDigits = v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number));

const numbers = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.filter((item) => v.is(wholeNumber, item))),
  ),
  [],
);

/** Permissions for camera groups, watch lists and groups: a level by ID, which can be negative. */
const levels = v.fallback(
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((map) =>
      Object.fromEntries(
        Object.entries(map).flatMap(([id, level]) =>
          typeof level === 'string' && /^-?\d{1,20}$/.test(id) ? [[id, sanitizeText(level, 100)]] : [],
        ),
      ),
    ),
  ),
  {},
);

const numberOrText = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((raw) => sanitizeText(String(raw), 200)),
);

// The fields differ between server versions, so only those that identify the user are required.
const userSchema = v.object({
  id: v.union([wholeNumber, numberInDigits]),
  name: v.pipe(
    v.string(),
    v.transform((raw) => sanitizeText(raw, 200)),
  ),
  real_name: shownText(200),
  active: v.fallback(v.boolean(), true),
  comment: shownText(2048),
  groups: numbers,
  primary_group: v.fallback(v.nullable(wholeNumber), null),
  permissions: texts,
  camera_group_permissions: levels,
  watch_list_permissions: levels,
  group_permissions: levels,
  language: v.fallback(v.nullable(shownText(35)), null),
  has_face: v.fallback(v.boolean(), false),
  face_cover: v.fallback(v.nullable(numberOrText), null),
  ad_user: v.fallback(v.boolean(), false),
  created_date: serverDate,
  modified_date: serverDate,
  has_admin_permissions: v.fallback(v.nullable(v.boolean()), null),
});

const loginSchema = v.object({
  token: v.pipe(
    v.string(),
    v.check((raw) => isTokenText(raw)),
  ),
  token_expiration_datetime: serverDate,
});

const whose = v.object({ user: userSchema });

const renewalSchema = v.object({ user: userSchema, token_expiration_datetime: serverDate });

/** Parses `GET /users/me/`; missing or malformed fields become empty, unknown ones are ignored. */
export function readUser(raw: unknown): ParsedResponse<User> {
  const read = v.safeParse(userSchema, raw);
  return read.success
    ? { ok: true, value: asUser(read.output) }
    : { ok: false, field: firstBadField(read.issues) };
}

/** Parses the response of `POST /auth/login/`; a token is accepted even if the user cannot be parsed. */
export function readLogin(raw: unknown): ParsedResponse<LoginGrant> {
  const read = v.safeParse(loginSchema, raw);
  if (!read.success) return { ok: false, field: firstBadField(read.issues) };
  const { token, token_expiration_datetime: serverExpiry } = read.output;
  const found = v.safeParse(whose, raw);
  const user: ParsedResponse<User> = found.success
    ? { ok: true, value: asUser(found.output.user) }
    : { ok: false, field: firstBadField(found.issues) };
  return { ok: true, value: { token: new Token(token), user, serverExpiry } };
}

/** Parses the response of `POST /auth/video-auth-renew/`, which has no token. */
export function readRenewal(raw: unknown): ParsedResponse<RenewalGrant> {
  const read = v.safeParse(renewalSchema, raw);
  if (!read.success) return { ok: false, field: firstBadField(read.issues) };
  const { user, token_expiration_datetime: serverExpiry } = read.output;
  return { ok: true, value: { user: asUser(user), serverExpiry } };
}

function asUser(found: v.InferOutput<typeof userSchema>): User {
  // User 1 is the super administrator, group 1 the administrators; newer servers send `has_admin_permissions`.
  const looksAdmin = found.id === 1 || found.primary_group === 1 || found.groups.includes(1);
  return {
    id: found.id,
    name: found.name,
    realName: found.real_name,
    active: found.active,
    comment: found.comment,
    groups: found.groups,
    primaryGroup: found.primary_group,
    permissions: found.permissions,
    cameraGroupPermissions: found.camera_group_permissions,
    watchListPermissions: found.watch_list_permissions,
    groupPermissions: found.group_permissions,
    language: found.language === '' ? null : found.language,
    hasFace: found.has_face,
    faceCover: found.face_cover === '' ? null : found.face_cover,
    adUser: found.ad_user,
    createdAt: found.created_date,
    modifiedAt: found.modified_date,
    isAdmin: found.has_admin_permissions ?? looksAdmin,
  };
}

/** The path of the first invalid field, such as `user.name`. */
function firstBadField(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return v.getDotPath(issues[0]) ?? 'body';
}
