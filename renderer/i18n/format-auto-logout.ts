import type { EpochMs } from '../../contract/core/time.ts';
import type { Lease } from '../../contract/profiles/auto-logout.ts';
import type { Ending } from '../../contract/sessions/pending-logout.ts';
import { isHeld, type Session, type Standing } from '../../contract/sessions/session.ts';
import { spanOf } from '../time/durations.ts';
import { type Say, sayDay, sayLength, saySpan } from './format-time.ts';

/** "logs out in 7 h 40 min", where that comes before the session expires; null where it does not. */
export function sayLeaseLeft(t: Say, session: Session, standing: Standing, now: EpochMs): string | null {
  if (!isHeld(session) || session.leaseEndsAt === null || isDead(standing)) return null;
  const { leaseEndsAt, expiresAt } = session;
  if (expiresAt !== null && expiresAt <= leaseEndsAt) return null;
  if (leaseEndsAt <= now) return t('lease.logsOutNow');
  return t('lease.logsOutIn', { span: saySpan(t, spanOf(leaseEndsAt - now)) });
}

/** "may work until 14 May 2027", for the last of several. */
export function sayPending(t: Say, language: string, endings: readonly Ending[]): string {
  const untils = endings.flatMap(({ until }) => until ?? []);
  if (untils.length < endings.length) return t('ending.untilUnknown');
  return t('ending.until', { day: sayDay(language, Math.max(...untils)) });
}

/** Every end that a lease has, in words. */
export function sayLease(t: Say, { afterSeconds, atMinute, onLock, onQuit }: Lease): readonly string[] {
  const rules: string[] = [];
  if (afterSeconds !== null) rules.push(t('lease.rules.after', { span: sayLength(t, afterSeconds) }));
  if (atMinute !== null) rules.push(t('lease.rules.at', { time: timeText(atMinute) }));
  if (onLock) rules.push(t('lease.rules.lock'));
  if (onQuit) rules.push(t('lease.rules.quit'));
  return rules;
}

/** A minute of the day as a clock shows it, such as `18:00`. */
export function timeText(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The minute of the day that was typed, in any of the ways in which people write it; null if it is none. */
export function readTime(typed: string): number | null {
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(typed.trim());
  if (found === null) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

function isDead(standing: Standing): boolean {
  return ['expired', 'refused', 'blocked', 'unreadable', 'certificate-changed'].includes(standing);
}
