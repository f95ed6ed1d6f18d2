import { describe, expect, test } from 'vitest';
import { LiveState } from '../../../main/state/live-state.ts';
import { Runs } from '../../../main/state/runs.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const idsOf = (count: number) => Array.from({ length: count }, () => sampleProfile().id);
const turn = () => new Promise(setImmediate);

/** Runs whose steps end one by one. */
function steppedRuns() {
  const live = new LiveState(sampleAppState());
  const waiting: (() => void)[] = [];
  return {
    runs: new Runs(live),
    shown: () => live.read().runs,
    act: () => new Promise<void>((resolve) => waiting.push(resolve)),
    waiting,
    step: async (times = 1) => {
      for (let time = 0; time < times; time += 1) {
        waiting.shift()?.();
        await turn();
      }
    },
  };
}

describe('a run', () => {
  test('works on a few at once, and shows how far it is', async () => {
    const { runs, shown, act, waiting, step } = steppedRuns();
    const ids = idsOf(5);
    const running = runs.each('check', ids, 2, act);
    await turn();
    expect(waiting).toHaveLength(2);
    expect(shown()).toEqual([{ kind: 'check', done: 0, count: 5 }]);
    await step(3);
    expect(shown()).toEqual([{ kind: 'check', done: 3, count: 5 }]);
    await step(2);
    expect(await running).toEqual(ids);
    expect(shown()).toEqual([]);
  });

  test('goes on as one with another of its kind', async () => {
    const { runs, shown, act, step } = steppedRuns();
    const both = [runs.each('check', idsOf(2), 2, act), runs.each('check', idsOf(3), 3, act)];
    await turn();
    expect(shown()).toEqual([{ kind: 'check', done: 0, count: 5 }]);
    await step(4);
    expect(shown()).toEqual([{ kind: 'check', done: 4, count: 5 }]);
    await step();
    await Promise.all(both);
    expect(shown()).toEqual([]);
  });

  test('that is stopped finishes what is under way, and tells what it reached', async () => {
    const { runs, shown, act, step } = steppedRuns();
    const ids = idsOf(5);
    const running = runs.each('log-out', ids, 2, act);
    await turn();
    runs.stop('log-out');
    expect(shown()).toEqual([]);
    await step(2);
    expect(await running).toEqual(ids.slice(0, 2));
  });

  test('begins anew beside a stopped one', async () => {
    const { runs, shown, act, step } = steppedRuns();
    const stopped = runs.each('check', idsOf(2), 1, act);
    await turn();
    runs.stop('check');
    const next = runs.each('check', idsOf(3), 3, act);
    await turn();
    expect(shown()).toEqual([{ kind: 'check', done: 0, count: 3 }]);
    await step();
    await stopped;
    expect(shown()).toEqual([{ kind: 'check', done: 0, count: 3 }]);
    await step(3);
    await next;
    expect(shown()).toEqual([]);
  });

  test('of nothing is not shown', async () => {
    const { runs, shown, act } = steppedRuns();
    expect(await runs.each('check', [], 2, act)).toEqual([]);
    expect(shown()).toEqual([]);
  });
});
