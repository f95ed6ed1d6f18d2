import { describe, expect } from 'vitest';
import type { Run } from '../../../contract/profiles/many.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

/** The runs that the window was shown, one entry for each change. */
function shownRuns(app: HeadlessApp): (readonly Run[])[] {
  const shown: (readonly Run[])[] = [];
  app.parts.live.watch(({ runs }) => void (runs && shown.push(runs)));
  return shown;
}

describe('several sessions', () => {
  test('are ended and checked with their progress, and what has no session is left out', async ({
    app,
    server,
  }) => {
    const ids = [];
    for (let number = 0; number < 6; number += 1)
      ids.push(await app.add({ address: server.base, name: `Server ${number}` }, operator.password));
    const without = await app.add({ address: '10.0.4.7' });
    const shown = shownRuns(app);
    const calls = answersOf(app);
    await calls.checkMany({ profileIds: [...ids.slice(0, 2), without] });
    expect(shown).toEqual([
      [{ kind: 'check', done: 0, count: 2 }],
      [{ kind: 'check', done: 1, count: 2 }],
      [{ kind: 'check', done: 2, count: 2 }],
      [],
    ]);
    await calls.logOutMany({ profileIds: [...ids.slice(1), without] });
    expect(server.liveTokens).toBe(1);
    expect(ids.map((id) => app.row(id).session.phase)).toEqual(['active', ...Array(5).fill('logged-out')]);
    expect(shown.at(-2)).toEqual([{ kind: 'log-out', done: 5, count: 5 }]);
    expect(shown.at(-1)).toEqual([]);
  });

  test('of hidden servers are checked by themselves, and not with all', async ({ app, server }) => {
    const [shown, hidden] = [
      await app.add({ address: server.base, name: 'Shown' }, operator.password),
      await app.add({ address: server.base, name: 'Hidden' }, operator.password),
    ];
    const calls = answersOf(app);
    await calls.changeMany({ profileIds: [hidden], change: { hidden: true } });
    const runs = shownRuns(app);
    await calls.checkAll();
    expect(runs[0]).toEqual([{ kind: 'check', done: 0, count: 1 }]);
    expect([shown, hidden].map((id) => app.row(id).nextCheck.kind)).toEqual(['at', 'at']);
  });

  test('stay as they are once a person has stopped the run', async ({ app, server }) => {
    const ids = [];
    for (let number = 0; number < 12; number += 1)
      ids.push(await app.add({ address: server.base, name: `Server ${number}` }, operator.password));
    const calls = answersOf(app);
    app.parts.live.watch(({ runs }) => {
      if (runs?.some(({ kind, done }) => kind === 'remove' && done === 1))
        void calls.stopRun({ kind: 'remove' });
    });
    await calls.removeMany({ profileIds: ids, logOut: true });
    const left = app.parts.live.rows().length;
    expect(left, 'four at once').toBeGreaterThanOrEqual(12 - 8);
    expect(left).toBeLessThan(12);
    expect(server.liveTokens, 'only those that were reached are logged out, and removed').toBe(left);
    expect(app.parts.live.read()).toMatchObject({
      runs: [],
      undoable: { count: 12 - left, sessionsLeft: 0 },
    });
  });

  test('are not asked for after a lock', async ({ app, server }) => {
    const ids = [];
    for (let number = 0; number < 12; number += 1)
      ids.push(await app.add({ address: server.base, name: `Server ${number}` }, operator.password));
    const before = server.requests.length;
    const checking = app.parts.manySessions.check(ids);
    await app.parts.appLock.lock('asked');
    await checking;
    expect(server.requests.length - before).toBeLessThan(12);
    expect(app.parts.live.read().runs).toEqual([]);
  });
});
