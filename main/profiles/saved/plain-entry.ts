import { isCopyFormat } from '../../../contract/core/copy-format.ts';
import { isMoment } from '../../../contract/core/time.ts';
import { noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import { environments, isProfileId } from '../../../contract/profiles/profile.ts';
import { authTypes } from '../../../contract/profiles/server-info.ts';
import { loginMethods, verdicts } from '../../../contract/sessions/session.ts';
import { isOrigin } from './saved-origin.ts';

/** An object as `JSON.parse` makes it. */
type Raw = { readonly [name: string]: unknown };

/**
 * Whether an entry of `profiles.json` is valid as it is: nothing to repair, nothing unknown, and only what most entries
 * have. The schema decides about all others; it takes 10 times as long, most of a start with thousands of profiles
 * (`npx tsx scripts/bench.ts start`).
 */
export function isPlainEntry(raw: unknown): boolean {
  return (
    hasFields(raw, 8, ['hearsLive']) &&
    (raw.hearsLive === undefined || typeof raw.hearsLive === 'boolean') &&
    isProfile(raw.profile) &&
    (raw.session === null || isSession(raw.session)) &&
    (raw.user === null || isUser(raw.user)) &&
    isMomentOrNull(raw.lastUsedAt) &&
    (raw.server === null || isServer(raw.server)) &&
    typeof raw.checksItself === 'boolean' &&
    raw.rightsChange === null &&
    Array.isArray(raw.endings) &&
    raw.endings.length === 0
  );
}

function isProfile(raw: unknown): boolean {
  return (
    hasFields(raw, 11, ['notes', 'hidden', 'position', 'copyFormat']) &&
    (raw.notes === undefined || isText(raw.notes, 5_000)) &&
    (raw.hidden === undefined || raw.hidden === true) &&
    (raw.position === undefined || Number.isFinite(raw.position)) &&
    (raw.copyFormat === undefined || isCopyFormat(raw.copyFormat)) &&
    isProfileId(raw.id) &&
    isText(raw.name, 500) &&
    hasFields(raw.address, 2) &&
    isText(raw.address.origin, 2048) &&
    isOrigin(raw.address.origin) &&
    raw.address.basePath === '' &&
    isText(raw.userName, 1000) &&
    isTexts(raw.tags, 500) &&
    isOneOf(environments, raw.environment) &&
    typeof raw.favourite === 'boolean' &&
    isTls(raw.tls) &&
    hasFields(raw.proxy, 1) &&
    (raw.proxy.mode === 'system' || raw.proxy.mode === 'direct') &&
    isText(raw.deviceId, 200) &&
    isOff(raw.lease)
  );
}

function isTls(raw: unknown): boolean {
  if (hasFields(raw, 1)) return raw.mode === 'system';
  if (!hasFields(raw, 5) || raw.mode !== 'pin') return false;
  const { fingerprint, trustedAt, dates, names } = raw;
  return (
    isHex(fingerprint, 64) &&
    isMoment(trustedAt) &&
    hasFields(dates, 2) &&
    isMoment(dates.validFrom) &&
    isMoment(dates.validTo) &&
    hasFields(names, 2) &&
    isText(names.subject, 500) &&
    isText(names.issuer, 500)
  );
}

function isOff(raw: unknown): boolean {
  return (
    hasFields(raw, 4) &&
    raw.afterSeconds === noAutoLogout.afterSeconds &&
    raw.atMinute === noAutoLogout.atMinute &&
    raw.onLock === noAutoLogout.onLock &&
    raw.onQuit === noAutoLogout.onQuit
  );
}

function isSession(raw: unknown): boolean {
  return (
    hasFields(raw, 7) &&
    isMoment(raw.loggedInAt) &&
    isMomentOrNull(raw.expiresAt) &&
    isMomentOrNull(raw.leaseEndsAt) &&
    isMoment(raw.skewMs) &&
    isHex(raw.fingerprint, 8) &&
    isOneOf(loginMethods, raw.wayIn) &&
    (raw.lastCheck === null || isCheck(raw.lastCheck))
  );
}

function isCheck(raw: unknown): boolean {
  return (
    hasFields(raw, 3) && isOneOf(verdicts, raw.verdict) && isMoment(raw.at) && isMomentOrNull(raw.tookMs)
  );
}

function isUser(raw: unknown): boolean {
  return (
    hasFields(raw, 4) &&
    isText(raw.name, 2048) &&
    isText(raw.realName, 2048) &&
    isRole(raw.role) &&
    typeof raw.adUser === 'boolean'
  );
}

function isRole(raw: unknown): boolean {
  if (raw === null || raw === 'administrator' || raw === 'operator' || raw === 'user') return true;
  return hasFields(raw, 1) && typeof raw.group === 'number';
}

function isServer(raw: unknown): boolean {
  return (
    hasFields(raw, 8) &&
    (raw.authType === null || isOneOf(authTypes, raw.authType)) &&
    isDurationOrNull(raw.sessionSeconds) &&
    typeof raw.needsRenewal === 'boolean' &&
    isDurationOrNull(raw.renewIntervalSeconds) &&
    typeof raw.activeDirectory === 'boolean' &&
    typeof raw.cproauth === 'boolean' &&
    isTexts(raw.languages, 100) &&
    isMoment(raw.seenAt)
  );
}

/** An object with so many fields, not counting optional ones; a missing one among them is not of its type. */
function hasFields(raw: unknown, count: number, optional: readonly string[] = []): raw is Raw {
  if (typeof raw !== 'object' || raw === null) return false;
  let found = 0;
  for (const name in raw) if (!optional.includes(name)) found += 1;
  return found === count;
}

function isText(raw: unknown, longest: number): raw is string {
  return typeof raw === 'string' && raw.length <= longest;
}

function isTexts(raw: unknown, longest: number): boolean {
  return Array.isArray(raw) && raw.length <= 100 && raw.every((one) => isText(one, longest));
}

function isHex(raw: unknown, digits: number): boolean {
  return typeof raw === 'string' && raw.length === digits && !/[^0-9a-f]/.test(raw);
}

function isOneOf(values: readonly string[], raw: unknown): boolean {
  return typeof raw === 'string' && values.includes(raw);
}

function isMomentOrNull(raw: unknown): boolean {
  return raw === null || isMoment(raw);
}

function isDurationOrNull(raw: unknown): boolean {
  return raw === null || (isMoment(raw) && raw >= 0);
}
