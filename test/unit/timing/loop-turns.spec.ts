import { describe, expect, test } from 'vitest';
import { LoopTurns } from '../../../main/timing/loop-turns.ts';

describe('turns of the event loop', () => {
  test('are taken one by one, in order, with what else is due between them', async () => {
    const turns = new LoopTurns();
    const events: string[] = [];
    const other = () => {
      events.push('other');
      if (events.length < 8) setImmediate(other);
    };
    const pieces = ['first', 'second', 'third'].map(async (name) => {
      await turns.next();
      events.push(name);
    });
    setImmediate(other);
    await Promise.all(pieces);
    expect(events.slice(0, 5)).toEqual(['first', 'other', 'second', 'other', 'third']);
  });

  test('go on after all were taken', async () => {
    const turns = new LoopTurns();
    await turns.next();
    await turns.next();
  });
});
