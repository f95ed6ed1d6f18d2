import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import {
  afterAttempt,
  isOver,
  maxRefusals,
  maxRetryPeriodMs,
  mayRetryEarly,
  newPendingLogout,
  nextAttemptAt,
  pendingLogoutView,
  profileForLogout,
} from '../../../main/sessions/pending-logout.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const now = Date.UTC(2026, 10, 24, 9);
const day = 86_400_000;
const profile = sampleProfile();
const fresh = newPendingLogout('0a1b2c3d4e5f', profile, now + 170 * day, now);
const unreachable: ServerProblem = { code: 'server-unreachable', host: '10.0.4.7', reason: 'no-route' };
const failed: ServerProblem = {
  code: 'server-failed',
  host: '10.0.4.7',
  status: 500,
  serverCode: null,
  desc: null,
};

/** The times of the automatic attempts if each one meets this problem. */
function triesOf(problem: ServerProblem): readonly number[] {
  const tries: number[] = [];
  let ending = fresh;
  for (let next = nextAttemptAt(ending); next !== null; next = nextAttemptAt(ending)) {
    tries.push(next);
    ending = afterAttempt(ending, problem, next);
  }
  return tries;
}

describe('a pending log-out', () => {
  test('is tried at once, and then less and less often', () => {
    const gaps = triesOf(unreachable).map((at, index, all) => at - (all[index - 1] ?? now));
    expect(gaps[0]).toBe(0);
    expect(gaps.slice(1)).toEqual(gaps.slice(1).toSorted((one, other) => one - other));
    expect(Math.max(...gaps)).toBe(6 * 3_600_000);
  });

  test('at a server that is never reached is given up after two weeks, not after half a year', () => {
    const tries = triesOf(unreachable);
    expect(tries.at(-1)).toBeGreaterThanOrEqual(now + maxRetryPeriodMs);
    expect(tries.at(-1)).toBeLessThan(now + maxRetryPeriodMs + day);
    expect(tries.length).toBeLessThan(80);
  });

  test('at a server that responds without ending it is given up sooner', { tags: ['row-33'] }, () => {
    expect(triesOf(failed)).toHaveLength(maxRefusals);
  });

  test('that was given up is shown as such, and can be retried manually', () => {
    const givenUp = Array.from({ length: maxRefusals }).reduce<typeof fresh>(
      (one) => afterAttempt(one, failed, now),
      fresh,
    );
    expect(pendingLogoutView(givenUp, 'here', false)).toMatchObject({
      state: 'given-up',
      nextTryAt: null,
      tries: 10,
    });
    expect(mayRetryEarly(givenUp, now + day)).toBe(false);
    expect(afterAttempt(givenUp, unreachable, now).givenUp).toBe(true);
  });

  test('is not retried endlessly by an unstable network', { tags: ['row-129'] }, () => {
    const tried = afterAttempt(fresh, unreachable, now);
    expect(mayRetryEarly(tried, now + 10_000)).toBe(false);
    expect(mayRetryEarly(tried, now + 30_000)).toBe(true);
    expect(mayRetryEarly(tried, now - day), 'a clock that was put back').toBe(true);
  });

  test('shows what it waits for', () => {
    expect(pendingLogoutView(fresh, 'here', false)).toMatchObject({
      state: 'waiting',
      host: '10.0.4.7',
      nextTryAt: now,
    });
    expect(pendingLogoutView(fresh, 'here', true)).toMatchObject({ state: 'asking', nextTryAt: null });
    expect(pendingLogoutView(fresh, 'unreadable', false)).toMatchObject({
      state: 'vault-closed',
      nextTryAt: null,
    });
    expect(pendingLogoutView(fresh, 'gone', true)).toMatchObject({ state: 'token-lost', nextTryAt: null });
  });

  test('ends once its token has expired, and never without a known expiry', () => {
    expect(isOver(fresh, now + 170 * day - 1)).toBe(false);
    expect(isOver(fresh, now + 170 * day)).toBe(true);
    expect(isOver({ ...fresh, until: null }, now + 10_000 * day)).toBe(false);
  });

  test('keeps the server and the trust of its session after a change of the profile', () => {
    const moved = { ...profile, name: 'New', address: { origin: 'https://evil.example', basePath: '' } };
    expect(profileForLogout(moved, fresh)).toEqual({ ...profile, name: 'New' });
  });

  test('is always waiting, given up or over, and the next attempt is never before the last', () => {
    const problems = fc.array(fc.tuple(fc.constantFrom(unreachable, failed), fc.nat(30 * day)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(problems, (steps) => {
        let ending = fresh;
        let at = now;
        for (const [problem, wait] of steps) {
          at += wait;
          ending = afterAttempt(ending, problem, at);
          const next = nextAttemptAt(ending);
          expect(next === null).toBe(ending.givenUp);
          if (next !== null) expect(next).toBeGreaterThan(at);
        }
      }),
    );
  });
});
