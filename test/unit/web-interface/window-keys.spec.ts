import { describe, expect, test } from 'vitest';
import { RecentInput } from '../../../main/web-interface/recent-input.ts';
import { readToolbarMessage } from '../../../main/web-interface/toolbar-message.ts';
import { keyCommand } from '../../../main/web-interface/window-keys.ts';

const bare = { key: '', code: '', mod: false, shift: false, alt: false };
const pressed = (change: Partial<typeof bare>, isFinding = false, isMac = false) =>
  keyCommand({ ...bare, ...change }, isMac, isFinding);

describe('the keys of a web window', () => {
  test('are those of a browser, in every layout', () => {
    expect(pressed({ key: 'ArrowLeft', alt: true })).toBe('back');
    expect(pressed({ key: 'ArrowRight', alt: true })).toBe('forward');
    expect(pressed({ key: 'F5' })).toBe('reload');
    expect(pressed({ key: 'к', code: 'KeyR', mod: true })).toBe('reload');
    expect(pressed({ key: 'а', code: 'KeyF', mod: true })).toBe('find');
    expect(pressed({ key: 'F3' })).toBe('findNext');
    expect(pressed({ key: 'F6' })).toBe('otherPane');
    expect(pressed({ key: 'G', code: 'KeyG', mod: true, shift: true })).toBe('findPrevious');
    expect(pressed({ key: 'w', code: 'KeyW', mod: true })).toBe('close');
    expect(pressed({ key: '+', code: 'Equal', mod: true })).toBe('zoomIn');
    expect(pressed({ key: '[', code: 'BracketLeft', mod: true }, false, true)).toBe('back');
  });

  test('leave everything else to the page', () => {
    expect(pressed({ key: 'Escape' })).toBeNull();
    expect(pressed({ key: 'Escape' }, true)).toBe('closeFind');
    for (const change of [
      { key: 'a', code: 'KeyA' },
      { key: 'c', code: 'KeyC', mod: true },
      { key: 'ArrowLeft' },
      { key: 'ArrowLeft', alt: true, shift: true },
      { key: 'f', code: 'KeyF', mod: true, alt: true },
    ])
      expect(pressed(change), JSON.stringify(change)).toBeNull();
  });
});

test('a message of the toolbar is one known command or a text to find, and nothing else', () => {
  expect(readToolbarMessage({ command: 'reload' })).toEqual({ command: 'reload' });
  expect(readToolbarMessage({ find: 'gate' })).toEqual({ find: 'gate' });
  for (const raw of [
    ...[null, undefined, 1, 'reload', [], ['reload'], {}],
    ...[{ command: 'quit' }, { command: '__proto__' }, { command: 'reload', find: 'a' }, { find: 1 }],
    { find: 'a'.repeat(501) },
  ])
    expect(readToolbarMessage(raw), JSON.stringify(raw)).toBeNull();
});

test('an input of a person explains one thing that a page asks for, for a few seconds', () => {
  let now = 0;
  const input = new RecentInput(() => now);
  expect(input.take()).toBe(false);
  input.note();
  expect([input.take(), input.take()]).toEqual([true, false]);
  input.note();
  now = 5_000;
  expect(input.take()).toBe(false);
});
