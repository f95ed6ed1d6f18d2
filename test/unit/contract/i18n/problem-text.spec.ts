import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../contract/core/problem.ts';
import { describeProblem } from '../../../../contract/i18n/problem-text.ts';
import type { Session } from '../../../../contract/sessions/session.ts';
import { languages } from '../../../../contract/settings.ts';
import { nextStep } from '../../../../renderer/actions/next-step.ts';
import { formatFacts, problemFacts } from '../../../../renderer/problems/problem-facts.ts';
import { speech } from '../../../support/app/speech.ts';
import { held } from '../../../support/fake-bridge/fake-rows.ts';
import { allProblems } from '../../../support/fixtures/all-problems.ts';

const now = new Date(2026, 10, 24, 12).getTime();
const problems: readonly Problem[] = allProblems(now);

for (const language of languages) {
  describe(`a problem in ${language}`, () => {
    const where = { name: 'Airport T2', userName: 'ivanov', language, now };

    test('has a title and a whole sentence, whatever it is', async () => {
      const t = await speech(language);
      for (const problem of problems) {
        const { title, text } = describeProblem(t, problem, where);
        expect(title, problem.code).not.toMatch(/^$|\{\{|undefined|problems\./);
        expect(text, problem.code).not.toMatch(/^$|\{\{|undefined|problems\.|fixes\.|reasons\.| {2}/);
        expect(text, problem.code).toMatch(/[.?»]$/);
      }
    });

    test('distinguishes an unreachable server from one that refused', async () => {
      const t = await speech(language);
      const title = (code: Problem['code']): string => {
        const problem = problems.find((one) => one.code === code);
        if (problem === undefined) throw new Error(`No example of ${code}`);
        return describeProblem(t, problem, where).title;
      };
      const refusals = ['wrong-password', 'session-refused', 'device-blocked', 'login-forbidden'] as const;
      for (const code of refusals) expect(title(code)).not.toBe(title('server-unreachable'));
    });
  });
}

describe('a problem', () => {
  const where = { name: 'Airport T2', userName: 'ivanov', language: 'en', now };

  test('names the server and the user it is about', async () => {
    const t = await speech('en');
    const [refused] = problems.filter((problem) => problem.code === 'session-refused');
    if (refused === undefined) throw new Error('No example');
    expect(describeProblem(t, refused, where).text).toMatch(/Airport T2.*ivanov/);
  });

  test('says that the session is untouched where there is one, and else says nothing of a session', async () => {
    const t = await speech('en');
    const telling = [
      'server-unreachable',
      'no-answer-in-time',
      'answer-broken',
      'server-failed',
      'server-unavailable',
    ];
    for (const problem of problems.filter(({ code }) => telling.includes(code))) {
      const text = (session?: Session) => describeProblem(t, problem, { ...where, session }).text;
      const session = held(now, 86_400_000, 'accepted');
      for (const touched of [session, { phase: 'logging-in', before: session } as const])
        expect(text(touched), problem.code).toContain('Your session isn’t affected.');
      for (const none of [undefined, { phase: 'logged-out' } as const])
        expect(text(none), problem.code).not.toMatch(/session| {2}/i);
    }
  });

  test('says that a change lasts until the app quits only where there is one', async () => {
    const t = await speech('en');
    const lasting = problems.filter((problem) =>
      /until you quit the app/.test(describeProblem(t, problem, where).text),
    );
    expect(new Set(lasting.map(({ code }) => code))).toEqual(new Set(['not-saved']));
  });

  test('says what a face verification requires', async () => {
    const t = await speech('en');
    const faces = problems.filter((problem) => problem.code === 'face-check-needed');
    const texts = faces.map((problem) => describeProblem(t, problem, where).text);
    expect(texts[0]).toContain('browser');
    expect(texts[1]).toContain('face verification token');
  });

  test('says missing rights in words, with the codes that an administrator looks for', async () => {
    const lacking = (...missing: readonly string[]): Problem => ({
      code: 'not-allowed',
      missing,
      host: '10.0.4.7',
      status: 403,
      serverCode: null,
      desc: null,
    });
    const t = await speech('en');
    const one = describeProblem(t, lacking('ffsecurity.view_deviceblacklistrecord'), where).text;
    expect(one).toMatch(
      /Missing right: Blocked devices \(view\) \[ffsecurity\.view_deviceblacklistrecord\]\.$/,
    );
    const several = describeProblem(t, lacking('ffsecurity.delete_user', 'of another kind'), where).text;
    expect(several).toMatch(
      /Missing rights: Users \(delete\) \[ffsecurity\.delete_user\], of another kind\.$/,
    );
  });

  test('offers a suitable next step', () => {
    const step = (code: Problem['code']) => {
      const problem = problems.find((one) => one.code === code);
      return problem === undefined ? undefined : nextStep(problem);
    };
    expect(step('session-refused')).toBe('log-in-again');
    expect(step('server-unreachable')).toBe('check-again');
    expect(step('certificate-changed')).toBe('compare');
    expect(step('not-findface')).toBe('edit-address');
    expect(step('profile-gone')).toBeNull();
  });

  test('has its technical details, one per line', async () => {
    const t = await speech('en');
    const refused = problems.find((problem) => problem.code === 'session-refused');
    if (refused === undefined) throw new Error('No example');
    expect(formatFacts(problemFacts(t, refused)).split('\n')).toEqual([
      'Problem: session-refused',
      'Server: 10.0.4.7',
      'HTTP status: 401',
      'Server code: UNAUTHORIZED',
      'Server response: Authentication credentials were not provided.',
    ]);
  });
});
