import { toDuration } from '../../contract/core/durations.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { formatDay, formatDuration, formatExactDuration } from '../../contract/i18n/format-time.ts';
import type { AutoLogoutPolicy } from '../../contract/profiles/auto-logout.ts';
import type { PendingLogout } from '../../contract/sessions/pending-logout.ts';
import { hasToken, type RowStatus, type Session } from '../../contract/sessions/session.ts';
import type { Translate } from '../../contract/texts.ts';

/** "logs out in 7 h 40 min", if that is before the expiry; else null. */
export function formatTimeToLogout(
  t: Translate,
  session: Session,
  status: RowStatus,
  now: EpochMs,
): string | null {
  if (!hasToken(session) || session.leaseEndsAt === null || hasEnded(status)) return null;
  const { leaseEndsAt, expiresAt } = session;
  if (expiresAt !== null && expiresAt <= leaseEndsAt) return null;
  if (leaseEndsAt <= now) return t('auto-logout:logsOutNow');
  return t('auto-logout:logsOutIn', { span: formatDuration(t, toDuration(leaseEndsAt - now)) });
}

/** "token until 14 May 2027", for the last of several. */
export function formatPendingLogouts(
  t: Translate,
  language: string,
  endings: readonly PendingLogout[],
): string {
  const untils = endings.flatMap(({ until }) => until ?? []);
  if (untils.length < endings.length) return t('auto-logout:pending.untilUnknown');
  return t('auto-logout:pending.until', { day: formatDay(language, Math.max(...untils)) });
}

/** All conditions of an auto log-out policy as text. */
export function describeAutoLogout(
  t: Translate,
  { afterSeconds, atMinute, onLock, onQuit }: AutoLogoutPolicy,
): readonly string[] {
  const rules: string[] = [];
  if (afterSeconds !== null)
    rules.push(t('auto-logout:rules.after', { span: formatExactDuration(t, afterSeconds) }));
  if (atMinute !== null) rules.push(t('auto-logout:rules.at', { time: formatTimeOfDay(atMinute) }));
  if (onLock) rules.push(t('auto-logout:rules.lock'));
  if (onQuit) rules.push(t('auto-logout:rules.quit'));
  return rules;
}

/** A minute of the day, such as `18:00`. */
export function formatTimeOfDay(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Parses a time of day in the usual notations to a minute of the day; null if it is none. */
export function parseTimeOfDay(typed: string): number | null {
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(typed.trim());
  if (found === null) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

function hasEnded(status: RowStatus): boolean {
  return ['expired', 'refused', 'blocked', 'unreadable', 'certificate-changed'].includes(status);
}
