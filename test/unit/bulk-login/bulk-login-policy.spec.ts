import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../contract/core/problem.ts';
import { done, fail } from '../../../contract/core/result.ts';
import {
  type Candidate,
  type Learned,
  learnedFrom,
  nothingLearned,
  outcomeOf,
  whyNot,
} from '../../../main/bulk-login/bulk-login-policy.ts';
import { allProblems } from '../../support/fixtures/all-problems.ts';

const problems = allProblems(0);
const refusals: readonly Problem['code'][] = ['wrong-password', 'login-forbidden'];
const harmless: readonly Problem['code'][] = [
  'certificate-untrusted',
  'certificate-changed',
  'authority-missing',
  'tls-not-spoken',
  'proxy-unreachable',
  'proxy-wants-login',
  'proxy-refused',
  'proxy-strange',
  'proxy-settings-strange',
  'profile-gone',
  'login-under-way',
  'logout-under-way',
  'locked',
];

const candidate = fc.record({
  origin: fc.integer({ min: 0, max: 5 }).map((host) => `https://10.0.0.${host}`),
  isDomainAccount: fc.boolean(),
});
const result = fc.oneof(
  fc.constant(done),
  fc.constantFrom(...problems).map((problem) => fail(problem)),
);

/** Simulates a run; returns to whom the password was sent, and with what result. */
function run(steps: readonly (readonly [Candidate, typeof done | ReturnType<typeof fail>])[]) {
  let learned: Learned = nothingLearned;
  return steps.flatMap(([one, answer]) => {
    if (whyNot(learned, one) !== null) return [];
    learned = learnedFrom(learned, one, answer);
    return [{ one, answer }];
  });
}

const codeOf = (answer: typeof done | ReturnType<typeof fail>): Problem['code'] | null =>
  answer.ok ? null : answer.problem.code;

describe('a login to several servers', () => {
  test('sends nothing more after a password was rejected', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(candidate, result), { maxLength: 30 }), (steps) => {
        const sent = run(steps);
        const at = sent.findIndex(({ answer }) => refusals.some((code) => code === codeOf(answer)));
        if (at >= 0) expect(sent.length).toBe(at + 1);
      }),
    );
  });

  test('learns nothing of a server where nothing was sent', () => {
    const one = { origin: 'https://10.0.0.1', isDomainAccount: true };
    const unsent = problems.filter(({ code }) => harmless.includes(code));
    expect(unsent.map(({ code }) => code).toSorted()).toEqual(expect.arrayContaining(harmless.toSorted()));
    for (const problem of unsent)
      expect(learnedFrom(nothingLearned, one, fail(problem)), problem.code).toBe(nothingLearned);
  });

  test('never tries a password twice where it may have been rejected', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(candidate, result), { maxLength: 30 }), (steps) => {
        const sent = run(steps);
        sent.forEach(({ one, answer }, index) => {
          const code = codeOf(answer);
          const wasSent = code !== null && !harmless.includes(code) && code !== 'server-unreachable';
          if (!wasSent) return;
          const later = sent.slice(index + 1);
          expect(later.filter(({ one: next }) => next.origin === one.origin)).toEqual([]);
          const wasRight = sent
            .slice(0, index)
            .some((before) => before.one.isDomainAccount && before.answer.ok);
          if (one.isDomainAccount && !wasRight)
            expect(later.filter(({ one: next }) => next.isDomainAccount)).toEqual([]);
        });
      }),
    );
  });

  test('continues if nothing was sent, or if a single server fails', () => {
    const domain = { origin: 'https://a', isDomainAccount: true };
    const local = { origin: 'https://b', isDomainAccount: false };
    for (const problem of problems) {
      const isRefusal = refusals.includes(problem.code);
      const wentOn = whyNot(learnedFrom(nothingLearned, local, fail(problem)), domain) === null;
      expect(wentOn, problem.code).toBe(!isRefusal);
    }
    const unreached = learnedFrom(
      nothingLearned,
      domain,
      fail({ code: 'server-unreachable', host: 'a', reason: 'refused' }),
    );
    expect(whyNot(unreached, { ...domain, origin: 'https://c' })).toBe(null);
    const lost = learnedFrom(
      nothingLearned,
      domain,
      fail({ code: 'server-unreachable', host: 'a', reason: 'connection-lost' }),
    );
    expect(whyNot(lost, { ...domain, origin: 'https://c' })).toBe('domain-tried');
    expect(whyNot(lost, local)).toBe(null);
  });

  test('distinguishes rejections, other failures and skipped servers', () => {
    expect(outcomeOf(done)).toEqual({ kind: 'done' });
    expect(outcomeOf(fail({ code: 'profile-gone' }))).toEqual({ kind: 'skipped', why: 'removed' });
    expect(outcomeOf(fail({ code: 'login-under-way' }))).toEqual({ kind: 'skipped', why: 'login-under-way' });
    for (const problem of problems) {
      const { kind } = outcomeOf(fail(problem));
      if (refusals.includes(problem.code)) expect(kind).toBe('refused');
      else expect(kind).not.toBe('refused');
    }
  });
});
