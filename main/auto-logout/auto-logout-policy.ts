import type { EpochMs } from '../../contract/core/time.ts';
import type { AutoLogoutReason } from '../../contract/journal.ts';
import type { TokenSession } from '../../contract/sessions/session.ts';

/** A login whose moment lies further ahead than this shows that the clock was put back since. */
const clockToleranceMs = 5 * 60_000;

/** The two clocks: the one on the wall, which people set, and the time since the app started, which nobody sets. */
export interface ClockReading {
  readonly now: EpochMs;
  readonly upMs: number;
}

/** How one session is watched. */
export interface AutoLogoutWatch {
  readonly fingerprint: string;
  readonly endsAt: EpochMs | null;
  /** The same end by the time since the app started; it holds when the clock on the wall is put back. */
  readonly upEndsAt: number | null;
  /** Something else than the time that ended it. */
  readonly due: AutoLogoutReason | null;
}

/** Begins to watch a session; `missed` tells of an occasion that ended it while nothing could be done. */
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

/** Why a session has to end now; null if it may go on. Either clock is enough. */
export function reasonForLogout(
  watch: AutoLogoutWatch,
  { now, upMs }: ClockReading,
): AutoLogoutReason | null {
  if (watch.due !== null) return watch.due;
  const isOver =
    (watch.endsAt !== null && now >= watch.endsAt) || (watch.upEndsAt !== null && upMs >= watch.upEndsAt);
  return isOver ? 'time' : null;
}

/** How long until the clock may end it; null if it never will. */
export function remainingMs(watch: AutoLogoutWatch, { now, upMs }: ClockReading): number | null {
  if (watch.endsAt === null || watch.upEndsAt === null) return null;
  return Math.max(0, Math.min(watch.endsAt - now, watch.upEndsAt - upMs));
}
