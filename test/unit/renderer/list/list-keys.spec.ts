import { describe, expect, test } from 'vitest';
import type { ProfileId } from '../../../../contract/profiles/profile.ts';
import { applyMove, moveForKey } from '../../../../renderer/list/list-moves.ts';
import { type FocusState, movesToSelection, targetRow } from '../../../../renderer/list/target-row.ts';
import { appendKey, findTyped, type TypedText } from '../../../../renderer/list/type-ahead.ts';

const [airport, depot, lab] = ['airport', 'depot', 'lab'] as ProfileId[] as [ProfileId, ProfileId, ProfileId];
const shown = [airport, depot, lab];
const meant = (part: Partial<FocusState>) => targetRow({ focused: null, selected: null, shown, ...part });

describe('the row that a command applies to', () => {
  test('is the focused one, whatever is selected', () => {
    expect(meant({ focused: depot, selected: airport })).toBe(depot);
    expect(meant({ focused: depot })).toBe(depot);
  });

  test('is the selected one from outside the list', () => {
    expect(meant({ selected: airport })).toBe(airport);
  });

  test('is none if nothing in the list is selected', () => {
    expect(meant({})).toBeNull();
    expect(meant({ selected: airport, shown: [depot] })).toBeNull();
    expect(meant({ focused: airport, shown: [] })).toBeNull();
  });
});

test('the focus entering the list goes to the selected row, and inside the list it moves the selection', () => {
  expect(movesToSelection(depot, false, airport, shown)).toBe(true);
  expect(movesToSelection(depot, true, airport, shown)).toBe(false);
  expect(movesToSelection(airport, false, airport, shown)).toBe(false);
  expect(movesToSelection(depot, false, airport, [depot])).toBe(false);
});

describe('a movement in the list', () => {
  test('stops at both ends', () => {
    expect(applyMove(shown, airport, 'up', 2)).toBe(airport);
    expect(applyMove(shown, lab, 'down', 2)).toBe(lab);
    expect(applyMove(shown, depot, 'page-down', 7)).toBe(lab);
    expect(applyMove(shown, depot, 'page-up', 7)).toBe(airport);
    expect(applyMove([], null, 'down', 7)).toBeUndefined();
  });

  test('starts at the top or at the end without a current row', () => {
    expect(applyMove(shown, null, 'down', 2)).toBe(airport);
    expect(applyMove(shown, null, 'up', 2)).toBe(lab);
    expect(applyMove(shown, null, 'last', 2)).toBe(lab);
  });

  test('of a page leads at least one row on', () => {
    expect(applyMove(shown, airport, 'page-down', 0)).toBe(depot);
    expect(applyMove(shown, airport, 'page-down', 2)).toBe(lab);
  });

  test('is not made with Alt', () => {
    expect(moveForKey({ key: 'Home', alt: false })).toBe('first');
    expect(moveForKey({ key: 'Home', alt: true })).toBeNull();
    expect(moveForKey({ key: 'a', alt: false })).toBeNull();
  });
});

describe('a name typed in the list', () => {
  const type = (keys: string, pause = 100): string =>
    [...keys].reduce<TypedText | null>((typed, key, index) => appendKey(typed, key, index * pause), null)
      ?.text ?? '';

  test('continues for a second after each letter, including spaces and slashes', () => {
    expect(type('Site 450')).toBe('Site 450');
    expect(type('dc/1')).toBe('dc/1');
    expect(type('вокзал 2')).toBe('вокзал 2');
    expect(type('ab', 1_000)).toBe('b');
  });

  test('does not start with a space or a slash, which have other meanings', () => {
    expect(appendKey(null, ' ', 0)).toBeNull();
    expect(appendKey(null, '/', 0)).toBeNull();
    expect(appendKey({ text: 'a', at: 0 }, ' ', 1_000)).toBeNull();
    expect(appendKey(null, 'Enter', 0)).toBeNull();
  });

  const names = ['Airport 1', 'Airport 2', 'Arena', 'Núñez', 'Вокзал', 'Site 450'];

  test('is searched from the current row, and from the top again', () => {
    expect(findTyped('air', names, 0)).toBe(0);
    expect(findTyped('airport 2', names, 0)).toBe(1);
    expect(findTyped('air', names, 3)).toBe(0);
    expect(findTyped('site 450', names, 0)).toBe(5);
    expect(findTyped('nun', names, 0)).toBe(3);
    expect(findTyped('вок', names, 5)).toBe(4);
    expect(findTyped('x', names, 0)).toBeNull();
    expect(findTyped('air', [], -1)).toBeNull();
  });

  test('of one letter, also repeated, moves to the next', () => {
    expect(findTyped('a', names, 0)).toBe(1);
    expect(findTyped('aa', names, 1)).toBe(2);
    expect(findTyped('aaa', names, 2)).toBe(0);
    expect(findTyped('a', names, -1)).toBe(0);
    expect(findTyped('в', names, 4)).toBe(4);
    expect(findTyped('aa', [...names, 'Aachen'], 0)).toBe(6);
  });
});
