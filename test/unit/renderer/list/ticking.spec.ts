import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfileId } from '../../../../contract/profiles/profile.ts';
import { withAll, withMove, withRange, withShown, withToggled } from '../../../../renderer/list/ticking.ts';
import { noTicks, type Ticks } from '../../../../renderer/state/view-state.ts';

const shown = [...'ABCDEFGH'] as unknown as readonly ProfileId[];
const id = (letter: string) => letter as ProfileId;
const ticked = ({ ids }: Ticks) => shown.filter((one) => ids.has(one)).join('');
const range = (ticks: Ticks, from: string, to: string) => withRange(ticks, shown, id(from), id(to));
const move = (ticks: Ticks, from: string, to: string) => withMove(ticks, shown, id(from), id(to));
const toggled = (...letters: string[]) =>
  letters.reduce((ticks, letter) => withToggled(ticks, id(letter)), noTicks);

describe('ticking', () => {
  test('one row after the other, and taking a tick away', () => {
    expect(ticked(toggled('A', 'C', 'E'))).toBe('ACE');
    expect(ticked(toggled('A', 'C', 'A'))).toBe('C');
    expect(toggled('A', 'A')).toBe(noTicks);
  });

  test('with Shift goes from the last ticked row, and keeps what was ticked besides', () => {
    const ticks = range(toggled('A', 'D'), 'A', 'F');
    expect(ticked(ticks)).toBe('ADEF');
    expect(ticked(range(ticks, 'A', 'B')), 'the range turns').toBe('ABCD');
    expect(ticked(range(noTicks, 'C', 'A')), 'without a tick, from the selected row').toBe('ABC');
    expect(ticked(range(noTicks, 'X', 'B')), 'which is not in the list').toBe('B');
  });

  test('by keys grows and shrinks, and begins anew where the focus was moved', () => {
    const three = move(move(noTicks, 'B', 'C'), 'C', 'D');
    expect(ticked(three)).toBe('BCD');
    expect(ticked(move(three, 'D', 'C'))).toBe('BC');
    expect(ticked(move(three, 'G', 'H'))).toBe('BCDGH');
    expect(ticked(move(noTicks, 'H', 'H')), 'at the end of the list').toBe('H');
  });

  test('all rows, and dropping those that leave the list', () => {
    expect(ticked(withAll(shown))).toBe('ABCDEFGH');
    expect(withAll([])).toBe(noTicks);
    const ticks = toggled('A', 'C');
    expect(withShown(ticks, shown)).toBe(ticks);
    expect(ticked(withShown(ticks, [id('C'), id('D')]))).toBe('C');
    expect(withShown(ticks, [id('B')])).toBe(noTicks);
    const from = range(withShown(toggled('A', 'C'), [id('C'), id('D')]), 'C', 'D');
    expect(ticked(from)).toBe('CD');
  });

  test('never touches a row that is not in the list, and a range holds both of its ends', () => {
    const row = fc.constantFrom(...shown);
    const steps = fc.array(fc.tuple(fc.constantFrom('toggle', 'range', 'move', 'hide'), row, row));
    fc.assert(
      fc.property(steps, (taken) => {
        let list: readonly ProfileId[] = shown;
        let ticks = noTicks;
        for (const [step, one, other] of taken) {
          if (step === 'hide') list = list.filter((each) => each !== one);
          else if (!list.includes(one) || !list.includes(other)) continue;
          else if (step === 'toggle') ticks = withToggled(ticks, one);
          else if (step === 'range') ticks = withRange(ticks, list, one, other);
          else ticks = withMove(ticks, list, one, other);
          ticks = withShown(ticks, list);
          expect([...ticks.ids].filter((each) => !list.includes(each))).toEqual([]);
          if (step === 'range' || step === 'move') expect(ticks.ids.has(other)).toBe(true);
          if (step === 'move') expect(ticks.ids.has(one) || ticks.range?.from !== one).toBe(true);
        }
      }),
    );
  });
});
