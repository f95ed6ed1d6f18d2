import { dayMs, type EpochMs, minuteMs } from '../../contract/core/time.ts';
import type { Snooze } from '../../contract/sessions/reminders.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';

/** The part of a session that reminders depend on. */
export interface ExpiringSession {
  readonly loggedInAt: EpochMs;
  readonly expiresAt: EpochMs;
  /** The same by the clock of its server, which tells it from the next session and does not move when a clock is set. */
  readonly serverEnd: EpochMs;
}

/** What a person was told of one session. */
export interface Told {
  readonly serverEnd: EpochMs;
  /** The last step that a person was reminded of, in ms before the end; null: none yet. */
  readonly step: number | null;
  /** Until when it is snoozed; null: it is not. */
  readonly snoozedUntil: EpochMs | null;
}

/** How steps are grouped: those of days come together at most once a day, the others within minutes. */
export const paces = { days: dayMs, hours: 5 * minuteMs } as const;
export type Pace = keyof typeof paces;

/** When steps of each pace were last told; null: never. */
export type LastTold = Readonly<Record<Pace, EpochMs | null>>;

/** A session whose end is told, or will be. */
interface Pending {
  readonly at: EpochMs;
  readonly step: number | null;
  readonly pace: Pace;
}

/** What is to be told now, and when to look again. */
export interface Plan<Key> {
  /** The sessions to tell of, with what is then known of each. */
  readonly tell: ReadonlyMap<Key, Told>;
  readonly last: LastTold;
  /** When something is next to be told; null: never. */
  readonly next: EpochMs | null;
}

/** How long after its end a session is still worth a reminder. */
const rememberedMs = 30 * dayMs;
/** The hour of the next day until which `tomorrow` snoozes. */
const morningHour = 9;

/** The session of a row that a person is reminded of; null: none, as it is not known to end, or dead already. */
export function expiringSession({ profile, session: live }: Row): ExpiringSession | null {
  const session = stableSession(live);
  if (profile.hidden || !hasToken(session) || session.expiresAt === null) return null;
  const verdict = session.lastCheck?.verdict;
  // The row says what has befallen it, and that is not its end in time.
  if (verdict === 'refused' || verdict === 'blocked') return null;
  const { loggedInAt, expiresAt, skewMs } = session;
  return { loggedInAt, expiresAt, serverEnd: expiresAt + skewMs };
}

/** What was told of this very session; undefined if only of an earlier one. */
export function toldOf({ serverEnd }: ExpiringSession, told: Told | undefined): Told | undefined {
  return told?.serverEnd === serverEnd ? told : undefined;
}

/** Whether the window lists a session: a chosen step was reached or told, and it is not snoozed. */
export function isDue(
  session: ExpiringSession,
  known: Told | undefined,
  steps: readonly number[],
  now: EpochMs,
): boolean {
  const told = toldOf(session, known);
  if (now >= session.expiresAt + rememberedMs || isSnoozed(told, now)) return false;
  const wasTold = told !== undefined && told.step !== null && steps.includes(told.step);
  return wasTold || reachedStep(session, steps, now) !== null;
}

/** Plans what to tell at this moment of sessions by their keys. */
export function planReminders<Key>(
  sessions: Iterable<readonly [Key, ExpiringSession, Told | undefined]>,
  steps: readonly number[],
  lastTold: LastTold,
  now: EpochMs,
): Plan<Key> {
  const pending = [...sessions].flatMap(([key, session, told]) =>
    pendingOf(session, toldOf(session, told), steps, now).map((one) => ({ key, session, ...one })),
  );
  const tell = new Map<Key, Told>();
  const last = { ...lastTold };
  let next: EpochMs | null = null;
  for (const pace of Object.keys(paces) as Pace[]) {
    const ours = pending.filter((one) => one.pace === pace);
    // After the clock was set back, the last time is not known any more.
    const before = lastTold[pace];
    const restsUntil = before === null || before > now ? now : before + paces[pace];
    const isTold = restsUntil <= now && ours.some(({ at }) => at <= now);
    if (isTold) last[pace] = now;
    for (const { key, session, at, step } of ours) {
      // What comes before the next time is told with the rest.
      if (isTold && at < now + paces[pace])
        tell.set(key, { serverEnd: session.serverEnd, step, snoozedUntil: null });
      else next = earliest(next, Math.max(at, isTold ? now + paces[pace] : restsUntil));
    }
  }
  return { tell, last, next };
}

/** Until when a reminder is snoozed: never beyond the end of its session. */
export function snoozeEnd({ expiresAt }: ExpiringSession, snooze: Snooze, now: EpochMs): EpochMs {
  const until = snoozeTime(snooze, expiresAt, now);
  return now < expiresAt ? Math.min(until, expiresAt) : until;
}

function snoozeTime(snooze: Snooze, expiresAt: EpochMs, now: EpochMs): EpochMs {
  if (snooze === 'hour') return now + 60 * minuteMs;
  if (snooze === 'day-before' && expiresAt - dayMs > now) return expiresAt - dayMs;
  const morning = new Date(now);
  // By the calendar, since a day of daylight saving time has 23 or 25 hours.
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(morningHour, 0, 0, 0);
}

/** What is to be told of a session, now or later, in order. */
function pendingOf(
  session: ExpiringSession,
  told: Told | undefined,
  steps: readonly number[],
  now: EpochMs,
): readonly Pending[] {
  const { expiresAt } = session;
  if (now >= expiresAt + rememberedMs || steps.length === 0) return [];
  const toldStep = told?.step ?? Number.POSITIVE_INFINITY;
  if (told?.snoozedUntil) {
    const at = told.snoozedUntil;
    const step = Math.min(reachedStep(session, steps, Math.max(now, at)) ?? toldStep, toldStep);
    return [{ at, step: Number.isFinite(step) ? step : null, pace: 'hours' }];
  }
  // Of several that were slept through only the latest is told.
  const reached = reachedStep(session, steps, now) ?? Number.POSITIVE_INFINITY;
  return countingSteps(session, steps)
    .filter((step) => step < toldStep && step <= reached)
    .map((step) => ({ at: expiresAt - step, step, pace: step < dayMs ? 'hours' : 'days' }));
}

/** The latest step that has come; null: none. */
function reachedStep(session: ExpiringSession, steps: readonly number[], now: EpochMs): number | null {
  return countingSteps(session, steps).findLast((step) => session.expiresAt - step <= now) ?? null;
}

/** The steps that are not too close to the log-in: a session of a day is not announced a day before its end. */
function countingSteps(
  { loggedInAt, expiresAt }: ExpiringSession,
  steps: readonly number[],
): readonly number[] {
  return steps.filter((step) => expiresAt - loggedInAt >= 1.5 * step);
}

function isSnoozed(told: Told | undefined, now: EpochMs): boolean {
  return told !== undefined && told.snoozedUntil !== null && told.snoozedUntil > now;
}

function earliest(one: EpochMs | null, other: EpochMs): EpochMs {
  return one === null ? other : Math.min(one, other);
}
