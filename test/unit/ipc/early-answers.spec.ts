import { describe, expect, test, vi } from 'vitest';
import { done } from '../../../contract/core/result.ts';
import { EarlyAnswers } from '../../../main/ipc/early-answers.ts';

const isWanted = async (early: EarlyAnswers): Promise<boolean> =>
  Promise.race([
    early.wanted.then(() => true),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);

describe('before the parts are there', () => {
  test('the window gets the picture once and is shown, without them', async () => {
    const early = new EarlyAnswers();
    const showWindow = vi.fn();
    const first = early.to('readState');
    early.offer({ state: 'the picture', showWindow });
    expect(await first).toEqual({ answer: 'the picture' });
    expect(await early.to('showWindow')).toEqual({ answer: done });
    expect(showWindow).toHaveBeenCalledTimes(1);
    expect(await isWanted(early)).toBe(false);
    expect(await early.to('readState'), 'the rest is theirs').toBeNull();
    expect(await isWanted(early)).toBe(true);
    expect(await early.to('showWindow')).toBeNull();
    expect(showWindow).toHaveBeenCalledTimes(1);
  });

  test('any other call wants them', async () => {
    const early = new EarlyAnswers();
    early.offer({ state: 'the picture', showWindow: () => undefined });
    expect(await early.to('copySession')).toBeNull();
    expect(await isWanted(early)).toBe(true);
  });

  test('without a picture every call waits for them', async () => {
    const early = new EarlyAnswers();
    early.offer(null);
    expect(await early.to('readState')).toBeNull();
    expect(await early.to('showWindow')).toBeNull();
  });
});
