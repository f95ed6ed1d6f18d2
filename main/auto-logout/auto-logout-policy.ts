import type { EpochMs } from '../../contract/core/time.ts';
import type { AutoLogoutReason } from '../../contract/journal.ts';
import type { TokenSession } from '../../contract/sessions/session.ts';

/** If a session began further in the future than this, the wall clock was set back after the log-in. */
const clockToleranceMs = 5 * 60_000;

/** The wall clock, which can be set, and the time since the app started, which cannot. */
export interface ClockReading {
  readonly now: EpochMs;
  readonly upMs: number;
}

/** When one session has to end. */
export interface AutoLogoutWatch {
  readonly fingerprint: string;
  readonly endsAt: EpochMs | null;
  /** The same moment in time since the start of the app; holds even if the wall clock is set back. */
  readonly upEndsAt: number | null;
  /** A reason to end the session at once, such as a trigger that was missed; null if only the clocks count. */
  readonly due: AutoLogoutReason | null;
}

/** Starts watching a session; `missed`: a trigger could not be acted on when it occurred. */
export function startWatch(
  session: TokenSession,
  { now, upMs }: ClockReading,
  missed: boolean,
): AutoLogoutWatch {
  const { fingerprint, leaseEndsAt, loggedInAt } = session;
  const upEndsAt = leaseEndsAt === null ? null : upMs + (leaseEndsAt - now);
  const isPutBack = leaseEndsAt !== null && loggedInAt - now > clockToleranceMs;
  return { fingerprint, endsAt: leaseEndsAt, upEndsAt, due: missed || isPutBack ? 'missed' : null };
}

/** Why a session has to end now, or null. It ends as soon as either clock says so. */
export function reasonForLogout(
  watch: AutoLogoutWatch,
  { now, upMs }: ClockReading,
): AutoLogoutReason | null {
  if (watch.due !== null) return watch.due;
  const isOver =
    (watch.endsAt !== null && now >= watch.endsAt) || (watch.upEndsAt !== null && upMs >= watch.upEndsAt);
  return isOver ? 'time' : null;
}

/** Milliseconds until the first of the clocks ends the session; null if neither will. */
export function remainingMs(watch: AutoLogoutWatch, { now, upMs }: ClockReading): number | null {
  if (watch.endsAt === null || watch.upEndsAt === null) return null;
  return Math.max(0, Math.min(watch.endsAt - now, watch.upEndsAt - upMs));
}
