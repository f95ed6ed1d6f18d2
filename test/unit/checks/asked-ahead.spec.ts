import { expect, test } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { checksAtOnce } from '../../../main/checks/session-checks.ts';
import { acceptedAnswer, Bench } from '../../support/fake-sessions.ts';

test('the routes of the checks that come next are asked for ahead, and of no others', async () => {
  const asked: ProfileId[] = [];
  const answers: (() => void)[] = [];
  const bench = new Bench({
    check: async (id) => {
      asked.push(id);
      await new Promise<void>((resolve) => answers.push(resolve));
      return acceptedAnswer;
    },
    login: async () => acceptedAnswer,
  });
  const ids = Array.from({ length: 30 }, () => bench.add());
  for (const id of ids) await bench.logins.login(id, 'secret', null);
  const stranger = bench.add();
  for (const id of [stranger, ...ids]) void bench.checks.check(id);
  await bench.settle();
  expect(asked).toEqual(ids.slice(0, checksAtOnce));
  expect(bench.askedAhead).toEqual(ids.slice(0, 2 * checksAtOnce));
  answers[0]?.();
  await bench.settle();
  expect(asked).toEqual(ids.slice(0, checksAtOnce + 1));
  expect(bench.askedAhead).toEqual(ids.slice(0, 2 * checksAtOnce + 1));
  bench.checks.interrupt();
  for (const answer of answers) answer();
  await bench.settle();
  expect(bench.askedAhead, 'nothing is asked for a check that was stopped').toHaveLength(
    2 * checksAtOnce + 1,
  );
});
