import { describe, expect, test } from 'vitest';
import { limitConcurrency } from '../../../main/timing/limit-concurrency.ts';

/** A job that ends on command. */
function openJob(started: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    started.push(name);
    await ended;
    return name;
  };
  return { run, end: () => end() };
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('taking turns', () => {
  test('never runs more jobs at once than there are places', async () => {
    const inTurn = limitConcurrency(8);
    let running = 0;
    let most = 0;
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      await soon();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 50 }, () => inTurn(job)));
    expect(most).toBe(8);
  });

  test('starts the waiting in the order in which they came', async () => {
    const inTurn = limitConcurrency(1);
    const started: string[] = [];
    const jobs = ['a', 'b', 'c', 'd'].map((name) => openJob(started, name));
    const all = Promise.all(jobs.map(({ run }) => inTurn(run)));
    for (const { end } of jobs) {
      end();
      await soon();
    }
    expect(await all).toEqual(['a', 'b', 'c', 'd']);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  test('gives the place of a job that broke to the next one', async () => {
    const inTurn = limitConcurrency(1);
    const broken = inTurn(async () => {
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await inTurn(async () => 'next')).toBe('next');
  });
});
