import { describe, expect, test } from 'vitest';
import { WakeTimer } from '../../../main/timing/wake-timer.ts';

describe('a wake-up timer', () => {
  test('fires at its time', async () => {
    let rung = 0;
    new WakeTimer(Date.now, () => (rung += 1)).set(Date.now() + 5);
    await expect.poll(() => rung).toBe(1);
  });

  test('for a time in months does not fire at once', { tags: ['row-127'] }, async () => {
    let rung = 0;
    const timer = new WakeTimer(Date.now, () => (rung += 1));
    // For a delay of more than 2^31 ms Node fires in the next millisecond.
    timer.set(Date.now() + 180 * 86_400_000);
    let later = 0;
    new WakeTimer(Date.now, () => (later += 1)).set(Date.now() + 20);
    await expect.poll(() => later).toBe(1);
    expect(rung).toBe(0);
    timer.stop();
  });

  test('keeps waiting if its timer fires early', { tags: ['row-124'] }, async () => {
    let now = 0;
    let rung = 0;
    const timer = new WakeTimer(
      () => {
        now += 4;
        return now;
      },
      () => (rung += 1),
    );
    timer.set(10);
    await expect.poll(() => rung).toBe(1);
    expect(now).toBeGreaterThanOrEqual(10);
  });

  test('that was stopped or reset does not fire for the old time', async () => {
    const rung: string[] = [];
    const timer = new WakeTimer(Date.now, () => rung.push('ring'));
    timer.set(Date.now() + 1);
    timer.set(Date.now() + 15);
    await expect.poll(() => rung).toEqual(['ring']);
    timer.set(Date.now() + 1);
    timer.stop();
    let later = 0;
    new WakeTimer(Date.now, () => (later += 1)).set(Date.now() + 20);
    await expect.poll(() => later).toBe(1);
    expect(rung).toEqual(['ring']);
  });
});
