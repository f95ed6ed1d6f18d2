import { describe, expect, test } from 'vitest';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import { fail } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { acceptedAnswer, Bench, type Wire } from '../../support/fake-sessions.ts';

const second = 1_000;
const minute = 60 * second;

const unreachable: ServerProblem = { code: 'server-unreachable', host: '10.0.4.7', reason: 'no-route' };
const words = { host: '10.0.4.7', status: 401, serverCode: 'UNAUTHORIZED', desc: null };
const refused: ServerProblem = { code: 'session-refused', ...words };
const slower: ServerProblem = { code: 'too-many-requests', retryAfterSeconds: 120, ...words };

interface World {
  readonly bench: Bench;
  readonly ids: readonly ProfileId[];
  /** The checks that were made. */
  readonly asked: { readonly id: ProfileId; readonly at: number }[];
  /** The problem that servers report; null: none. */
  problem: ServerProblem | null;
  /** Whether servers do not respond at all. */
  silent: boolean;
  maxAtOnce: number;
}

/** A list of servers with sessions and a running scheduler. */
async function withServers(count: number): Promise<World> {
  let underWay = 0;
  const wire: Wire = {
    check: async (id, _token, signal) => {
      world.asked.push({ id, at: world.bench.now });
      underWay += 1;
      world.maxAtOnce = Math.max(world.maxAtOnce, underWay);
      if (world.silent) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      underWay -= 1;
      return world.problem ? fail(world.problem) : acceptedAnswer;
    },
    login: async () => acceptedAnswer,
  };
  const bench = new Bench(wire);
  const ids = Array.from({ length: count }, () => bench.add());
  const world: World = { bench, ids, asked: [], problem: null, silent: false, maxAtOnce: 0 };
  for (const id of ids) await bench.logins.login(id, 'secret', null);
  bench.checkScheduler.start();
  await bench.settle();
  return world;
}

const waitsOf = ({ asked, bench }: World, from = bench.now) =>
  asked.map(({ at }, nth) => (at - (asked[nth - 1]?.at ?? from)) / second);

describe('the check scheduler', () => {
  test('checks each session at the chosen interval, and reports the next time', async () => {
    const world = await withServers(3);
    const [first] = world.ids as [ProfileId];
    const start = world.bench.now;
    expect(world.bench.row(first).nextCheck).toEqual({ kind: 'at', at: start + 30 * minute, failures: 0 });
    await world.bench.pass(29 * minute);
    expect(world.asked).toEqual([]);
    await world.bench.pass(2 * minute);
    expect(world.asked.map(({ id }) => id).sort()).toEqual([...world.ids].sort());
    world.bench.live.change({ settings: { ...world.bench.live.read().settings, checkEveryMinutes: null } });
    await world.bench.settle();
    expect(world.bench.row(first).nextCheck).toEqual({ kind: 'not', why: 'switched-off' });
    await world.bench.pass(24 * 60 * minute);
    expect(world.asked).toHaveLength(3);
  });

  test('checks a session at once when its server says that something changed, unless it wants to be left alone', async () => {
    const world = await withServers(1);
    const [id] = world.ids as [ProfileId];
    void world.bench.checkScheduler.checkNow(id);
    await world.bench.settle();
    world.problem = slower;
    void world.bench.checkScheduler.checkNow(id);
    await world.bench.settle();
    expect(world.asked, 'also right after a check').toHaveLength(2);
    void world.bench.checkScheduler.checkNow(id);
    await world.bench.settle();
    expect(world.asked, 'it asked for a rest').toHaveLength(2);
    world.problem = null;
    await world.bench.pass(4 * minute);
    const before = world.asked.length;
    world.bench.sessions.setAutoCheck(id, false);
    await world.bench.settle();
    void world.bench.checkScheduler.checkNow(id);
    await world.bench.settle();
    expect(world.asked, 'checks are paused').toHaveLength(before);
    world.bench.sessions.setAutoCheck(id, true);
    world.bench.lock(true);
    void world.bench.checkScheduler.checkNow(id);
    await world.bench.settle();
    expect(world.bench.row(id).session, 'the vault is not even asked').toMatchObject({ secret: 'sealed' });
  });

  test('checks a session again if its server says so while it is being checked', async () => {
    const world = await withServers(1);
    const [id] = world.ids as [ProfileId];
    const turns: (() => void)[] = [];
    world.bench.turn = () => new Promise((resolve) => turns.push(resolve));
    const running = world.bench.checks.check(id);
    await world.bench.settle();
    void world.bench.checkScheduler.checkNow(id);
    await world.bench.settle();
    while (turns.length > 0) {
      for (const turn of turns.splice(0)) turn();
      await world.bench.settle();
    }
    await running;
    expect([world.asked.length, world.maxAtOnce]).toEqual([2, 1]);
  });

  test('checks a failing server less and less often, and as usual once it responds', {
    tags: ['row-21'],
  }, async () => {
    const world = await withServers(1);
    world.problem = unreachable;
    await world.bench.pass(140 * minute);
    const [usual, ...waits] = waitsOf(world, world.bench.now - 140 * minute);
    expect(usual).toBe(1_800);
    expect(waits.slice(0, 6)).toEqual([30, 60, 120, 240, 480, 1_800]);
    world.problem = null;
    await world.bench.pass(31 * minute);
    const at = world.asked.length;
    await world.bench.pass(61 * minute);
    expect(world.asked.length - at).toBe(2);
  });

  test('never checks a rejected session again before a new log-in', {
    tags: ['row-18'],
  }, async () => {
    const world = await withServers(1);
    const [id] = world.ids as [ProfileId];
    world.problem = refused;
    await world.bench.pass(31 * minute);
    expect(world.asked).toHaveLength(1);
    await world.bench.pass(24 * 60 * minute);
    world.bench.checkScheduler.wakeUp();
    world.bench.networks = 'elsewhere';
    world.bench.checkScheduler.networkMayHaveChanged();
    world.bench.lock(true);
    world.bench.lock(false);
    await world.bench.pass(24 * 60 * minute);
    expect(world.asked).toHaveLength(1);
    expect(world.bench.row(id).nextCheck).toEqual({ kind: 'not', why: 'refused' });
    world.problem = null;
    await world.bench.logins.login(id, 'secret', null);
    await world.bench.pass(31 * minute);
    expect(world.asked).toHaveLength(2);
  });

  test('respects a cooldown, whatever happens', { tags: ['row-20'] }, async () => {
    const world = await withServers(1);
    world.problem = slower;
    await world.bench.pass(30 * minute);
    expect(world.asked).toHaveLength(1);
    for (let at = 0; at < 11; at += 1) {
      world.bench.networks = `network ${at}`;
      world.bench.checkScheduler.wakeUp();
      await world.bench.pass(10 * second);
    }
    expect(world.asked).toHaveLength(1);
    await world.bench.pass(20 * second);
    expect(world.asked).toHaveLength(2);
  });

  test('is neither driven nor delayed by a page that keeps reporting network changes', async () => {
    const world = await withServers(1);
    world.problem = unreachable;
    await world.bench.pass(31 * minute);
    const before = world.asked.length;
    for (let at = 0; at < 300; at += 1) {
      world.bench.networks = `network ${at}`;
      world.bench.checkScheduler.networkMayHaveChanged();
      await world.bench.pass(second);
    }
    // A failing server is asked twice a minute for five minutes, as if events came only once a minute.
    expect(world.asked.length - before).toBe(10);
  });

  test('makes no checks while locked, and spreads the missed ones', {
    tags: ['row-128'],
  }, async () => {
    const world = await withServers(6);
    world.bench.lock(true);
    await world.bench.pass(8 * 60 * minute);
    expect(world.asked).toEqual([]);
    world.bench.luck = 0.5;
    world.bench.lock(false);
    await world.bench.pass(4 * second);
    expect(world.asked).toEqual([]);
    await world.bench.pass(30 * second);
    expect(world.asked).toHaveLength(6);
  });

  test('aborts running checks on lock, and repeats them afterwards', async () => {
    const world = await withServers(1);
    world.silent = true;
    await world.bench.pass(30 * minute);
    expect(world.asked).toHaveLength(1);
    world.bench.lock(true);
    await world.bench.pass(60 * minute);
    expect(world.asked).toHaveLength(1);
    world.silent = false;
    world.bench.lock(false);
    await world.bench.pass(minute);
    expect(world.asked).toHaveLength(2);
  });

  test('leaves slots for people: at most four at once', {
    tags: ['row-51'],
  }, async () => {
    const world = await withServers(50);
    world.silent = true;
    await world.bench.pass(31 * minute);
    expect(world.asked).toHaveLength(4);
    expect(world.maxAtOnce).toBe(4);
    void world.bench.checks.check(world.ids[49] as ProfileId);
    await world.bench.settle();
    expect(world.asked).toHaveLength(5);
    world.silent = false;
    world.bench.checks.interrupt();
    await world.bench.pass(2 * minute);
    expect(new Set(world.asked.map(({ id }) => id)).size).toBe(50);
  });

  test('checks each once after eight hours of sleep, including failed ones', {
    tags: ['row-128', 'row-129'],
  }, async () => {
    const world = await withServers(5);
    world.problem = unreachable;
    await world.bench.pass(31 * minute);
    const before = world.asked.length;
    // Timers do not fire during a suspend.
    world.bench.now += 8 * 60 * minute;
    world.problem = null;
    world.bench.checkScheduler.wakeUp();
    await world.bench.pass(20 * second);
    expect(
      world.asked
        .slice(before)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...world.ids].sort());
  });

  test('checks again when the network has changed, but not at every report of the page', async () => {
    const world = await withServers(2);
    await world.bench.pass(10 * minute);
    world.bench.networks = 'elsewhere';
    world.bench.checkScheduler.networkMayHaveChanged();
    await world.bench.pass(10 * second);
    expect(world.asked).toHaveLength(2);
    for (let at = 0; at < 600; at += 1) {
      world.bench.checkScheduler.networkMayHaveChanged();
      await world.bench.pass(100);
    }
    expect(world.asked).toHaveLength(2);
  });

  test('does not flood servers if the clock jumps an hour back and forth every second', {
    tags: ['row-124'],
  }, async () => {
    const world = await withServers(1);
    await world.bench.pass(minute);
    const hour = 60 * minute;
    for (let at = 0; at < 120; at += 1) {
      world.bench.now += at % 2 === 0 ? hour : -hour;
      await world.bench.pass(second);
    }
    expect(world.asked.length).toBeLessThanOrEqual(5);
  });

  test('reports an excluded server as not checked', async () => {
    const world = await withServers(1);
    const [id] = world.ids as [ProfileId];
    world.bench.sessions.setAutoCheck(id, false);
    await world.bench.pass(24 * 60 * minute);
    expect(world.asked).toEqual([]);
    expect(world.bench.row(id).nextCheck).toEqual({ kind: 'not', why: 'paused' });
    world.bench.sessions.setAutoCheck(id, true);
    await world.bench.pass(minute);
    expect(world.asked).toHaveLength(1);
  });

  test('stops on quit', async () => {
    const world = await withServers(1);
    world.bench.checkScheduler.stop();
    await world.bench.pass(24 * 60 * minute);
    expect(world.asked).toEqual([]);
  });
});
