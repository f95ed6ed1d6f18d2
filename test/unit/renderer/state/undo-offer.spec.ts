import { beforeEach, describe, expect, test } from 'vitest';
import type { Undoable } from '../../../../contract/profiles/many.ts';
import type { Lock } from '../../../../contract/state.ts';
import { useAppState } from '../../../../renderer/state/app-state.ts';
import { offerUndo } from '../../../../renderer/state/undo-offer.ts';
import { setViewState, useViewState } from '../../../../renderer/state/view-state.ts';

const locked: Lock = { kind: 'locked', reason: 'asked', keyring: null, passphrase: true };
const step = (id: number): Undoable => ({
  id,
  kind: 'favourite',
  count: 2,
  name: 'Airport',
  sessionsLeft: 0,
});
const show = (undoable: Undoable | null, lock: Lock = { kind: 'open' }) =>
  useAppState.setState({ undoable, lock });
const offered = () => useViewState.getState().undoOffer?.id ?? null;

describe('the offer to undo', () => {
  beforeEach(() => {
    show(null);
    setViewState({ undoOffer: null });
    return offerUndo();
  });

  test('comes with each new change, and not with what an undo uncovers', () => {
    show(step(1));
    expect(offered()).toBe(1);
    show(step(2));
    expect(offered()).toBe(2);
    show(step(1));
    expect(offered()).toBeNull();
    show(step(3));
    expect(offered()).toBe(3);
  });

  test('does not come back by unlocking', () => {
    show(step(1));
    show(null, locked);
    show(step(1));
    expect(offered()).toBeNull();
    show(step(2));
    expect(offered()).toBe(2);
  });

  test('counts from the beginning after a lock, even if nothing could be undone before it', () => {
    show(step(1));
    show(step(2));
    show(null);
    show(null, locked);
    show(null);
    show(step(1));
    expect(offered()).toBe(1);
  });
});
