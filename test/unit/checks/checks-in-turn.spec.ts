import { expect, test } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { checksAtOnce, checksUnderWay } from '../../../main/checks/session-checks.ts';
import { acceptedAnswer, Bench } from '../../support/fake-sessions.ts';

/** Servers that answer a check when the test says so. */
function withSlowServers() {
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
  return { asked, answers, bench };
}

test('connects to the servers of the checks that come next, and to no others', async () => {
  const { asked, answers, bench } = withSlowServers();
  const ids = Array.from({ length: 30 }, () => bench.add());
  for (const id of ids) await bench.logins.login(id, 'secret', null);
  const stranger = bench.add();
  const inTurn = [...ids.slice(0, checksAtOnce), stranger, ...ids.slice(checksAtOnce)];
  for (const id of inTurn) void bench.checks.check(id);
  await bench.settle();
  expect(asked).toEqual(ids.slice(0, checksAtOnce));
  expect(bench.preconnected).toEqual(ids.slice(checksAtOnce, checksUnderWay - 1));
  answers[0]?.();
  await bench.settle();
  expect(asked).toEqual(ids.slice(0, checksAtOnce + 1));
  expect(bench.preconnected).toEqual(ids.slice(checksAtOnce, checksUnderWay + 1));
  bench.checks.interrupt();
  for (const answer of answers) answer();
  await bench.settle();
  expect(bench.preconnected, 'to none for a check that was stopped').toHaveLength(checksAtOnce + 1);
});

test('a check that has its turn opens one connection', async () => {
  const { asked, bench } = withSlowServers();
  const ids = Array.from({ length: checksAtOnce }, () => bench.add());
  for (const id of ids) await bench.logins.login(id, 'secret', null);
  for (const id of ids) void bench.checks.check(id);
  await bench.settle();
  expect(asked).toEqual(ids);
  expect(bench.preconnected).toEqual([]);
});

test('the next request does not wait until an answer is read', async () => {
  const { asked, answers, bench } = withSlowServers();
  const ids = Array.from({ length: checksAtOnce + 2 }, () => bench.add());
  for (const id of ids) await bench.logins.login(id, 'secret', null);
  const turns: (() => void)[] = [];
  bench.turn = () => new Promise((resolve) => turns.push(resolve));
  const [first] = ids as [ProfileId];
  const before = bench.row(first).session;
  bench.now += 1_000;
  const check = bench.checks.check(first);
  for (const id of ids) void bench.checks.check(id);
  await bench.settle();
  answers[0]?.();
  await bench.settle();
  expect(asked).toEqual(ids.slice(0, checksAtOnce + 1));
  expect(bench.row(first).session, 'not read yet').toEqual(before);
  bench.turn = () => Promise.resolve();
  for (const turn of turns) turn();
  expect(await check).toMatchObject({ ok: true });
  expect(bench.row(first)).toMatchObject({ checking: false, session: { lastCheck: { at: bench.now } } });
});
