import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { Cancelled, DeadlineExceeded, withDeadline } from '../../../../main/servers/http/timeouts.ts';

/** Work that ends only when aborted. */
const endless = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    if (signal.aborted) reject(signal.reason);
  });

describe('a deadline', () => {
  test('aborts the work, and says how long it was', async () => {
    const error: unknown = await withDeadline(10, new AbortController().signal, endless).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(DeadlineExceeded);
    expect(error).toMatchObject({ seconds: 0.01 });
  });

  test('is replaced by a cancellation of the caller, before or during the work', async () => {
    await expect(withDeadline(60_000, AbortSignal.abort(), endless)).rejects.toBeInstanceOf(Cancelled);
    const caller = new AbortController();
    const work = withDeadline(60_000, caller.signal, endless);
    caller.abort();
    await expect(work).rejects.toBeInstanceOf(Cancelled);
  });

  test('leaves no timer when the work is done', async () => {
    const caller = new AbortController();
    expect(await withDeadline(60_000, caller.signal, async () => 7)).toBe(7);
    await expect(withDeadline(60_000, caller.signal, () => Promise.reject(new Error('x')))).rejects.toThrow(
      'x',
    );
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });
});
