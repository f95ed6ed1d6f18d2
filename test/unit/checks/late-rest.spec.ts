import { expect, test } from 'vitest';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import { fail, type Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { User } from '../../../contract/sessions/user.ts';
import { acceptedAnswer, Bench } from '../../support/fake-sessions.ts';

const second = 1_000;
const minute = 60 * second;
const slower: ServerProblem = {
  ...{ code: 'too-many-requests', retryAfterSeconds: 200, host: '10.0.4.7' },
  ...{ status: 429, serverCode: null, desc: null },
};

test('a Retry-After is respected even if the token of the check has been replaced', {
  tags: ['row-20'],
}, async () => {
  let answer: (result: Result<{ user: User }, ServerProblem>) => void = () => undefined;
  const asked: number[] = [];
  const bench: Bench = new Bench({
    check: async () => {
      asked.push(bench.now);
      return asked.length > 1 ? acceptedAnswer : new Promise((resolve) => (answer = resolve));
    },
    login: async () => acceptedAnswer,
  });
  const id: ProfileId = bench.add();
  await bench.logins.login(id, 'secret', null);
  bench.checkScheduler.start();
  await bench.settle();
  const check = bench.checks.check(id);
  await bench.settle();
  await bench.logins.login(id, 'secret', null);

  await bench.pass(40 * minute);
  expect(asked, 'nothing is asked beside the check that has no answer').toHaveLength(1);
  answer(fail(slower));
  await check;
  const from = bench.now;
  expect(bench.row(id).session, 'the new token has no part in it').toMatchObject({
    lastCheck: { verdict: 'accepted' },
  });
  await bench.pass(199 * second);
  expect(asked).toHaveLength(1);
  await bench.pass(2 * second);
  expect(asked.slice(1)).toEqual([from + 200 * second]);
});
