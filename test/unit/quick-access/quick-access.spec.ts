import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../contract/core/result.ts';
import { QuickAccess } from '../../../main/quick-access/quick-access.ts';
import { maxAskedMs } from '../../../main/quick-access/quick-key.ts';
import { LiveState } from '../../../main/state/live-state.ts';
import { sampleAppState } from '../../support/fixtures/app-state.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const profile = sampleProfile({ name: 'Depot' });
const { id: profileId } = profile;

function start({ given = true, ended = false } = {}) {
  const live = new LiveState(sampleAppState({ rows: [sampleRow({ profile })] }));
  const done: string[] = [];
  const pressed = new Map<string, () => void>();
  let isShown = false;
  const quick = new QuickAccess({
    live,
    sessionCopy: {
      copy: async (_id, anyway) => {
        if (ended && !anyway) return fail({ code: 'session-was-refused' });
        done.push('copied');
        return ok({ awaitsHeader: false });
      },
    },
    window: {
      show: () => {
        isShown = true;
        done.push('shown');
      },
      pageIsReady: () => undefined,
      hide: () => {
        isShown = false;
        done.push('hidden');
      },
      isShown: () => isShown,
    },
    keys: {
      claim: (key, press) => {
        if (given) pressed.set(key, press);
        return given;
      },
      release: (key) => void pressed.delete(key),
    },
    showMainWindow: () => done.push('main window'),
    keep: async (key) => void done.push(`kept ${key?.works}`),
  });
  return { quick, live, done, press: (key: string) => pressed.get(key)?.(), pressed };
}

const key = 'Mod+Shift+Space';
const accelerator = 'CommandOrControl+Shift+Space';

describe('quick access', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('hides its window once a session is copied', async () => {
    const { quick, done } = start();
    expect(await quick.answers.quickCopy({ profileId, format: null })).toEqual(ok(undefined));
    expect(done).toEqual(['copied', 'hidden']);
  });

  test('never copies a session that has ended, and stays to say so', async () => {
    const { quick, done } = start({ ended: true });
    expect(await quick.answers.quickCopy({ profileId, format: null })).toEqual(
      fail({ code: 'session-was-refused' }),
    );
    expect(done).toEqual([]);
  });

  test('leads to the log-in in the main window', async () => {
    const { quick, live, done } = start();
    await quick.answers.showServer({ profileId, logIn: true });
    expect(done).toEqual(['hidden', 'main window']);
    expect(live.read().taskAsked).toEqual({ kind: 'log-in', profileId });
    await vi.advanceTimersByTimeAsync(5_000);
    await quick.answers.showServer({ profileId, logIn: false });
    expect(live.read().taskAsked).toEqual({ kind: 'show-server', profileId });
  });

  test('believes in its key only once a press arrives, which opens nothing while it is asked for', async () => {
    const { quick, live, done, press } = start();
    await quick.answers.setQuickKey({ key });
    expect(live.read().quickKey).toEqual({ key, proof: 'asked' });
    press(accelerator);
    expect(live.read().quickKey).toEqual({ key, proof: 'works' });
    expect(done).toEqual(['kept false', 'kept true']);
    press(accelerator);
    press(accelerator);
    expect(done.slice(2)).toEqual(['shown', 'hidden']);
  });

  test('says that its key does not work when no press arrives, until one does', async () => {
    const { quick, live, done, press } = start();
    await quick.answers.setQuickKey({ key });
    await vi.advanceTimersByTimeAsync(maxAskedMs);
    expect(live.read().quickKey.proof).toBe('silent');
    press(accelerator);
    expect(live.read().quickKey.proof).toBe('works');
    expect(done.at(-1)).toBe('shown');
  });

  test('says what the system refuses, and gives back the key before', async () => {
    const refused = start({ given: false });
    await refused.quick.answers.setQuickKey({ key });
    expect(refused.live.read().quickKey).toEqual({ key, proof: 'refused' });
    const { quick, live, pressed } = start();
    await quick.answers.setQuickKey({ key });
    await quick.answers.setQuickKey({ key: 'Mod+Shift+K' });
    expect([...pressed.keys()]).toEqual(['CommandOrControl+Shift+K']);
    await quick.answers.setQuickKey({ key: null });
    expect([...pressed.keys()]).toEqual([]);
    await vi.advanceTimersByTimeAsync(maxAskedMs);
    expect(live.read().quickKey).toEqual({ key: null, proof: 'none' });
  });

  test('claims the kept key at a start', () => {
    const { quick, live } = start();
    quick.start({ key, works: true });
    expect(live.read().quickKey).toEqual({ key, proof: 'works' });
  });

  test('keeps what was typed over a reload, and forgets it at a reset', async () => {
    const { quick } = start();
    await quick.answers.keepQuickSearch({ search: 'dep' });
    expect(await quick.answers.recallQuickSearch()).toEqual(ok({ search: 'dep' }));
    quick.forget();
    expect(await quick.answers.recallQuickSearch()).toEqual(ok({ search: '' }));
  });
});
