/** Milliseconds since 1970, UTC. */
export type EpochMs = number;

/** The last moment, and with a minus the first, that a calendar knows; of any other no day can be told. */
export const lastMoment = 8.64e15;

/** Can this number be shown as a day and a time? */
export function isMoment(at: unknown): at is EpochMs {
  return typeof at === 'number' && Math.abs(at) <= lastMoment;
}
