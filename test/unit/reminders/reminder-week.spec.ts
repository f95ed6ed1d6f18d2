import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../contract/core/time.ts';
import {
  type ExpiringSession,
  type LastTold,
  planReminders,
  type Told,
} from '../../../main/reminders/reminder-rules.ts';

const steps = [14 * dayMs, 3 * dayMs, dayMs, hourMs, 0];
const start = Date.UTC(2026, 2, 27);

interface Telling {
  readonly key: number;
  readonly step: number | null;
  readonly at: number;
  /** How long before its time. */
  readonly earlyMs: number;
}

/** A computer whose clock can be set, that sleeps, and on which the app is started again. */
class Week {
  readonly tellings: Telling[] = [];
  readonly notifications: { readonly at: number; readonly steps: readonly (number | null)[] }[] = [];
  #told: ReadonlyMap<number, Told> = new Map();
  #last: LastTold = { days: null, hours: null };

  constructor(
    private readonly sessions: readonly ExpiringSession[],
    public now: number,
  ) {}

  /** Reminds as the app does; returns when it will look again. */
  look(): number | null {
    const { tell, last } = this.#plan();
    for (const [key, told] of tell) {
      const { expiresAt } = this.sessions[key] as ExpiringSession;
      const earlyMs = expiresAt - (told.step ?? 0) - this.now;
      this.tellings.push({ key, step: told.step, at: this.now, earlyMs });
    }
    if (tell.size > 0) {
      this.notifications.push({ at: this.now, steps: [...tell.values()].map(({ step }) => step) });
      this.#last = last;
      this.#told = new Map([...this.#told, ...tell]);
    }
    const again = this.#plan();
    expect(again.tell.size, 'nothing is left over').toBe(0);
    if (again.next !== null) expect(again.next).toBeGreaterThan(this.now);
    return again.next;
  }

  /** Time goes by, and the timer rings when it should. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (let next = this.look(); next !== null && next <= until; next = this.look()) this.now = next;
    this.now = until;
  }

  #plan() {
    const all = this.sessions.map((session, key) => [key, session, this.#told.get(key)] as const);
    return planReminders(all, steps, this.#last, this.now);
  }
}

const session = fc
  .record({
    before: fc.integer({ min: 0, max: 60 * dayMs }),
    ahead: fc.integer({ min: 1, max: 20 * dayMs }),
  })
  .map(({ before, ahead }): ExpiringSession => {
    return { loggedInAt: start - before, expiresAt: start + ahead, serverEnd: start + ahead };
  });

/** Awake, asleep, or the clock is set by some milliseconds in either direction. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('awake' as const), ms: fc.integer({ min: 1, max: dayMs }) }),
  fc.record({ kind: fc.constant('asleep' as const), ms: fc.integer({ min: 1, max: 3 * dayMs }) }),
);
const clockSet = fc.record({
  kind: fc.constant('set' as const),
  ms: fc.integer({ min: -4 * dayMs, max: 4 * dayMs }),
});

function live(week: Week, events: readonly { readonly kind: string; readonly ms: number }[]): void {
  for (const { kind, ms } of events) {
    if (kind === 'awake') week.pass(ms);
    else week.now += ms;
    week.look();
  }
}

const sessions = fc.array(session, { minLength: 1, maxLength: 12 });

describe('a week of reminders', () => {
  test('tells every step of a session at most once, in order, also after sleep and a clock that is set', () => {
    fc.assert(
      fc.property(sessions, fc.array(fc.oneof(event, clockSet), { maxLength: 12 }), (some, events) => {
        const week = new Week(some, start);
        live(week, events);
        for (const [key] of some.entries()) {
          const told = week.tellings.filter((one) => one.key === key).map(({ step }) => step ?? Number.NaN);
          expect(told).toEqual([...new Set(told)].toSorted((one, other) => other - one));
        }
      }),
    );
  });

  test('tells the steps of days at most once in 24 hours, and no others within 5 minutes', () => {
    fc.assert(
      fc.property(sessions, fc.array(event, { maxLength: 12 }), (some, events) => {
        const week = new Week(some, start);
        live(week, events);
        const apart = (isOurs: (step: number) => boolean, ms: number) => {
          const times = week.notifications
            .filter((one) => one.steps.some((step) => step !== null && isOurs(step)))
            .map(({ at }) => at);
          for (const [place, at] of times.entries())
            expect(at - (times[place - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(ms);
        };
        apart((step) => step >= dayMs, dayMs);
        apart((step) => step < dayMs, 5 * minuteMs);
      }),
    );
  });

  test('is never late on a computer that is awake, unless it told of others within the day', () => {
    fc.assert(
      fc.property(sessions, (some) => {
        const week = new Week(some, start);
        week.pass(8 * dayMs);
        for (const { step, earlyMs, at } of week.tellings) {
          const most = (step ?? 0) >= dayMs ? dayMs : 5 * minuteMs;
          expect(earlyMs).toBeLessThanOrEqual(most);
          // What was due before the app was started is told with it.
          if (at > start) expect(earlyMs).toBeGreaterThanOrEqual(-most);
        }
        for (const [key, { expiresAt }] of some.entries())
          if (expiresAt <= start + 7 * dayMs)
            expect(week.tellings.some((one) => one.key === key && one.step === 0)).toBe(true);
      }),
    );
  });

  test('tells after a sleep only the latest step of each session', () => {
    fc.assert(
      fc.property(sessions, fc.integer({ min: dayMs, max: 20 * dayMs }), (some, ms) => {
        const week = new Week(some, start);
        week.look();
        const before = week.tellings.length;
        week.now += ms;
        week.look();
        const caughtUp = week.tellings.slice(before).map(({ key }) => key);
        expect(caughtUp).toEqual([...new Set(caughtUp)]);
      }),
    );
  });
});
