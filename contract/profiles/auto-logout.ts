import type { EpochMs } from '../core/time.ts';

/** When the app ends a session automatically, on its server. */
export interface AutoLogoutPolicy {
  /** Seconds after the log-in; null: not by duration. */
  readonly afterSeconds: number | null;
  /** Minute of the local day, at its next occurrence; null: at no fixed time. */
  readonly atMinute: number | null;
  readonly onLock: boolean;
  readonly onQuit: boolean;
}

/** The default: a session lasts until its expiry. */
export const noAutoLogout: AutoLogoutPolicy = {
  afterSeconds: null,
  atMinute: null,
  onLock: false,
  onQuit: false,
};

/** The longest duration, equal to FindFace's default session length of 180 days. */
export const maxAutoLogoutSeconds = 180 * 86_400;

/** Minutes per day. */
export const minutesPerDay = 1_440;

/** Whether the policy ever ends a session. */
export function hasAutoLogout({ afterSeconds, atMinute, onLock, onQuit }: AutoLogoutPolicy): boolean {
  return afterSeconds !== null || atMinute !== null || onLock || onQuit;
}

/**
 * When the policy ends a session by the clock, at the earlier of both times; null if neither is set.
 *
 * The time of day is the next one after `from`: the log-in, or the last change of the policy.
 */
export function autoLogoutAt(lease: AutoLogoutPolicy, loggedInAt: EpochMs, from: EpochMs): EpochMs | null {
  const ends = [
    ...(lease.afterSeconds === null ? [] : [loggedInAt + lease.afterSeconds * 1_000]),
    ...(lease.atMinute === null ? [] : [nextTimeOfDay(lease.atMinute, from)]),
  ];
  return ends.length === 0 ? null : Math.min(...ends);
}

/**
 * The next moment after `from` at which local time shows this minute of the day.
 *
 * On a day that skips it, the moment at which it would have come; on a day that has it twice, the next of the two.
 */
export function nextTimeOfDay(minute: number, from: EpochMs): EpochMs {
  const start = new Date(from);
  for (let day = 0; ; day += 1) {
    const [year, month, date] = [start.getFullYear(), start.getMonth(), start.getDate() + day];
    const first = new Date(year, month, date, Math.floor(minute / 60), minute % 60).getTime();
    const again = [first, first + 30 * 60_000, first + 60 * 60_000].find(
      (moment) => moment > from && minuteOf(moment) === minute,
    );
    if (again !== undefined) return again;
    if (first > from) return first;
  }
}

function minuteOf(moment: EpochMs): number {
  const local = new Date(moment);
  return local.getHours() * 60 + local.getMinutes();
}
