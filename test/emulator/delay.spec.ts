import { expect, test } from 'vitest';
import { Delay } from './delay.ts';

test('answers that are due at once go one in each turn of the event loop', async () => {
  const delay = new Delay();
  const turns: number[] = [];
  let turn = 0;
  const count = () => {
    turn += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  await Promise.all(Array.from({ length: 8 }, () => delay.wait(5).then(() => turns.push(turn))));
  clearImmediate(counting);
  expect(new Set(turns).size).toBe(8);
});
