import { describe, expect, test } from 'vitest';
import { done, fail } from '../../../contract/core/result.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { type UndoStep, UndoSteps } from '../../../main/state/undo-steps.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';

const nothing = fail({ code: 'nothing-to-undo' });
const shownOf = (name: string) => ({ kind: 'removed', count: 1, name, sessionsLeft: 0 }) as const;

function stepsIn(live = new LiveState(sampleAppState())) {
  const undone: string[] = [];
  const steps = new UndoSteps(live);
  const push = (name: string, more: Partial<UndoStep> = {}) =>
    steps.push({
      shown: shownOf(name),
      undo: async () => {
        undone.push(name);
        return done;
      },
      ...more,
    });
  return { live, steps, undone, push, offered: () => live.read().undoable };
}

describe('undo steps', () => {
  test('are undone from the last to the first, each only by its own number', async () => {
    const { steps, undone, push, offered } = stepsIn();
    for (const name of ['A', 'B', 'C']) push(name);
    expect(offered()).toEqual({ ...shownOf('C'), id: 3 });
    expect(await steps.undo(2)).toEqual(nothing);
    expect(await steps.undo(3)).toEqual(done);
    expect(await steps.undo(3)).toEqual(nothing);
    expect(offered()).toEqual({ ...shownOf('B'), id: 2 });
    push('D');
    expect(offered()?.id).toBe(4);
    for (const id of [4, 2, 1]) expect(await steps.undo(id)).toEqual(done);
    expect(undone).toEqual(['C', 'D', 'B', 'A']);
    expect(offered()).toBeNull();
    expect(await steps.undo(0)).toEqual(nothing);
  });

  test('are undone once, even if that is asked for again meanwhile', async () => {
    const { steps, undone, push } = stepsIn();
    push('A');
    push('B');
    expect(await Promise.all([steps.undo(2), steps.undo(2)])).toEqual([done, nothing]);
    expect(undone).toEqual(['B']);
    expect(await steps.undo(1)).toEqual(done);
  });

  test('stay if they cannot be undone', async () => {
    const { steps, push, offered } = stepsIn();
    const full = fail({ code: 'list-full', most: 1 });
    push('A', { undo: async () => full });
    expect(await steps.undo(1)).toEqual(full);
    expect(offered()?.name).toBe('A');
  });

  test('are at most fifty', async () => {
    const { steps, push, undone } = stepsIn();
    for (let number = 1; number <= 60; number += 1) push(String(number));
    for (let id = 60; id > 10; id -= 1) await steps.undo(id);
    expect(await steps.undo(10)).toEqual(nothing);
    expect(undone).toHaveLength(50);
  });

  test('drop their secrets on a lock, and at once if they end after it', () => {
    const dropped: string[] = [];
    const { live, steps, push } = stepsIn();
    push('A', { dropSecrets: () => dropped.push('A') });
    push('B');
    steps.dropSecrets();
    expect(dropped).toEqual(['A']);
    live.change({ lock: { kind: 'locked', reason: 'asked', keyring: 'none', passphrase: false } });
    push('C', { dropSecrets: () => dropped.push('C') });
    expect(dropped).toEqual(['A', 'C']);
  });

  test('are forgotten together', async () => {
    const { steps, push, offered } = stepsIn();
    push('A');
    push('B');
    steps.clear();
    expect(offered()).toBeNull();
    expect(await steps.undo(2)).toEqual(nothing);
  });
});
