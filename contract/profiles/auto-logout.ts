import type { EpochMs } from '../core/time.ts';

/** A life shorter than the server grants: when the app ends a session automatically, for real, on the server. */
export interface AutoLogoutPolicy {
  /** This long after the login; null: not by the time that has passed. */
  readonly afterSeconds: number | null;
  /** At this minute of the local day, the next time it comes; null: at no set hour. */
  readonly atMinute: number | null;
  readonly onLock: boolean;
  readonly onQuit: boolean;
}

/** What holds until a person chooses otherwise: a session lasts as long as the server lets it. */
export const noAutoLogout: AutoLogoutPolicy = {
  afterSeconds: null,
  atMinute: null,
  onLock: false,
  onQuit: false,
};

/** The longest time an auto-logout can be set to: what FindFace grants at most. */
export const maxAutoLogoutSeconds = 180 * 86_400;

/** The minutes of a day. */
export const minutesPerDay = 1_440;

/** Does the app ever end this profile's session automatically? */
export function hasAutoLogout({ afterSeconds, atMinute, onLock, onQuit }: AutoLogoutPolicy): boolean {
  return afterSeconds !== null || atMinute !== null || onLock || onQuit;
}

/**
 * When an auto-logout ends by the clock: the nearer of its two ends; null if it has none.
 *
 * A set hour is the next one after `from`, which is the login, or the moment when the auto-logout was changed.
 */
export function autoLogoutAt(lease: AutoLogoutPolicy, loggedInAt: EpochMs, from: EpochMs): EpochMs | null {
  const ends = [
    ...(lease.afterSeconds === null ? [] : [loggedInAt + lease.afterSeconds * 1_000]),
    ...(lease.atMinute === null ? [] : [nextTimeOfDay(lease.atMinute, from)]),
  ];
  return ends.length === 0 ? null : Math.min(...ends);
}

/**
 * The next moment after `from` at which a clock on the wall shows this minute of the day.
 *
 * On a day that skips it, the moment at which it would have come; on a day that has it twice, whichever comes next.
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
