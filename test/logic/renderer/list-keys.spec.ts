import { expect, test } from '@playwright/test';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { moved, moveOf } from '../../../renderer/list/list-moves.ts';
import { isSentOn, meantRow, type Situation } from '../../../renderer/list/target-row.ts';
import { placeTyped, type Typed, typedWith } from '../../../renderer/list/type-ahead.ts';

const [airport, depot, lab] = ['airport', 'depot', 'lab'] as ProfileId[] as [ProfileId, ProfileId, ProfileId];
const shown = [airport, depot, lab];
const meant = (part: Partial<Situation>) =>
  meantRow({ arriving: null, focused: null, selected: null, shown, ...part });

test.describe('the row that a command means', () => {
  test('is the one with the focus, whatever is selected', () => {
    expect(meant({ focused: depot, selected: airport })).toBe(depot);
    expect(meant({ focused: depot })).toBe(depot);
  });

  test('is the one that the focus is on its way to', () => {
    expect(meant({ arriving: lab, focused: depot, selected: lab })).toBe(lab);
  });

  test('is the selected one from outside of the list', () => {
    expect(meant({ selected: airport })).toBe(airport);
  });

  test('is none where nothing is selected, or nothing that the list shows', () => {
    expect(meant({})).toBeNull();
    expect(meant({ selected: airport, shown: [depot] })).toBeNull();
    expect(meant({ focused: airport, shown: [] })).toBeNull();
  });
});

test('the focus that enters the list goes to the selected row, and inside the list it takes the selection along', () => {
  expect(isSentOn(depot, false, airport, shown)).toBe(true);
  expect(isSentOn(depot, true, airport, shown)).toBe(false);
  expect(isSentOn(airport, false, airport, shown)).toBe(false);
  expect(isSentOn(depot, false, airport, [depot])).toBe(false);
});

test.describe('a move through the list', () => {
  test('stops at both ends', () => {
    expect(moved(shown, airport, 'up', 2)).toBe(airport);
    expect(moved(shown, lab, 'down', 2)).toBe(lab);
    expect(moved(shown, depot, 'page-down', 7)).toBe(lab);
    expect(moved(shown, depot, 'page-up', 7)).toBe(airport);
    expect(moved([], null, 'down', 7)).toBeUndefined();
  });

  test('begins at the top or at the end where no row is meant', () => {
    expect(moved(shown, null, 'down', 2)).toBe(airport);
    expect(moved(shown, null, 'up', 2)).toBe(lab);
    expect(moved(shown, null, 'last', 2)).toBe(lab);
  });

  test('of a page leads at least one row on', () => {
    expect(moved(shown, airport, 'page-down', 0)).toBe(depot);
    expect(moved(shown, airport, 'page-down', 2)).toBe(lab);
  });

  test('is not made with Alt', () => {
    expect(moveOf({ key: 'Home', alt: false })).toBe('first');
    expect(moveOf({ key: 'Home', alt: true })).toBeNull();
    expect(moveOf({ key: 'a', alt: false })).toBeNull();
  });
});

test.describe('a name typed in the list', () => {
  const type = (keys: string, pause = 100): string =>
    [...keys].reduce<Typed | null>((typed, key, index) => typedWith(typed, key, index * pause), null)?.text ??
    '';

  test('goes on for a second after each letter, blanks and slashes included', () => {
    expect(type('Site 450')).toBe('Site 450');
    expect(type('dc/1')).toBe('dc/1');
    expect(type('вокзал 2')).toBe('вокзал 2');
    expect(type('ab', 1_000)).toBe('b');
  });

  test('does not begin with a blank or a slash: they have other meanings', () => {
    expect(typedWith(null, ' ', 0)).toBeNull();
    expect(typedWith(null, '/', 0)).toBeNull();
    expect(typedWith({ text: 'a', at: 0 }, ' ', 1_000)).toBeNull();
    expect(typedWith(null, 'Enter', 0)).toBeNull();
  });

  const names = ['Airport 1', 'Airport 2', 'Arena', 'Núñez', 'Вокзал', 'Site 450'];

  test('is found from where one is, and from the top again', () => {
    expect(placeTyped('air', names, 0)).toBe(0);
    expect(placeTyped('airport 2', names, 0)).toBe(1);
    expect(placeTyped('air', names, 3)).toBe(0);
    expect(placeTyped('site 450', names, 0)).toBe(5);
    expect(placeTyped('nun', names, 0)).toBe(3);
    expect(placeTyped('вок', names, 5)).toBe(4);
    expect(placeTyped('x', names, 0)).toBeNull();
    expect(placeTyped('air', [], -1)).toBeNull();
  });

  test('of one letter, also again and again, goes on to the next', () => {
    expect(placeTyped('a', names, 0)).toBe(1);
    expect(placeTyped('aa', names, 1)).toBe(2);
    expect(placeTyped('aaa', names, 2)).toBe(0);
    expect(placeTyped('a', names, -1)).toBe(0);
    expect(placeTyped('в', names, 4)).toBe(4);
    expect(placeTyped('aa', [...names, 'Aachen'], 0)).toBe(6);
  });
});
