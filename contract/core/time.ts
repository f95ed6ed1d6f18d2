/** Milliseconds since 1970, UTC. */
export type EpochMs = number;

/** Spans in milliseconds. A day has 24 hours, whatever daylight saving time does. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The last moment, and with a minus the first, that a calendar knows; of any other no day can be told. */
export const lastMoment = 8.64e15;

/** Can this number be shown as a day and a time? */
export function isMoment(at: unknown): at is EpochMs {
  return typeof at === 'number' && Math.abs(at) <= lastMoment;
}
