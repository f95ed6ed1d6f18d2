/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

/** Durations in milliseconds. A day has 24 hours, regardless of daylight saving time. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The range of `Date` in milliseconds, in both directions. */
export const lastMoment = 8.64e15;

/** Whether `Date` can represent this number. */
export function isMoment(at: unknown): at is EpochMs {
  return typeof at === 'number' && Math.abs(at) <= lastMoment;
}
