import { describe, expect, test } from 'vitest';
import type { KeyBindings } from '../../../../contract/keys.ts';
import {
  findShortcut,
  formatShortcut,
  type KeyContext,
  type KeyPress,
  keyOf,
} from '../../../../renderer/keyboard/shortcuts.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  mod: false,
  shift: false,
  alt: false,
  ...held,
});

const found = (what: KeyPress, place: KeyContext, bindings: KeyBindings = {}) =>
  findShortcut(what, place, bindings);
const command = (what: KeyPress, place: KeyContext): string | undefined => found(what, place)?.command;
const ctrl = { mod: true };

describe('a key', () => {
  test('works on a Russian layout', () => {
    expect(command(press('n', 'KeyN', ctrl), 'elsewhere')).toBe('addServer');
    expect(command(press('т', 'KeyN', ctrl), 'elsewhere')).toBe('addServer');
    expect(command(press('б', 'Comma', ctrl), 'elsewhere')).toBe('settings');
    expect(command(press('д', 'KeyL', ctrl), 'text')).toBe('lock');
    expect(command(press('?', 'Slash', { mod: true, shift: true }), 'elsewhere')).toBe('keyboard');
  });

  test('with a slash shows all shortcuts, wherever the layout has the slash', () => {
    const held = { mod: true, shift: true };
    expect(command(press('/', 'Digit7', held), 'elsewhere')).toBe('keyboard');
    expect(command(press('/', 'Backslash', held), 'text')).toBe('keyboard');
    expect(found(press('7', 'Digit7', ctrl), 'row')).toEqual({ command: 'copyFavourite', index: 6 });
  });

  test('follows the letter on other Latin layouts', () => {
    expect(command(press('n', 'KeyL', ctrl), 'elsewhere')).toBe('addServer');
  });

  test('for the action of a row or for copying works only on a row', () => {
    expect(command(press('Enter', 'Enter'), 'row')).toBe('rowAction');
    expect(command(press('c', 'KeyC', ctrl), 'row')).toBe('copyHeader');
    expect(command(press('c', 'KeyC', ctrl), 'text')).toBeUndefined();
    expect(command(press('Enter', 'Enter'), 'elsewhere')).toBeUndefined();
  });

  test('for removing or copying works on a button in a row too, where Enter presses the button', () => {
    expect(command(press('Delete', 'Delete'), 'in-row')).toBe('remove');
    expect(command(press('c', 'KeyC', ctrl), 'in-row')).toBe('copyHeader');
    expect(command(press('Enter', 'Enter'), 'in-row')).toBeUndefined();
    expect(command(press(' ', 'Space'), 'in-row')).toBeUndefined();
  });

  test('for removing does not work in a text field', () => {
    expect(command(press('Delete', 'Delete'), 'row')).toBe('remove');
    expect(command(press('Delete', 'Delete'), 'text')).toBeUndefined();
  });

  test('opens the search with a slash, but not inside a text', () => {
    expect(command(press('/', 'Slash'), 'row')).toBe('search');
    expect(command(press('/', 'Slash'), 'text')).toBeUndefined();
    expect(command(press('f', 'KeyF', ctrl), 'text')).toBe('search');
  });

  test('with a digit names a favourite', () => {
    expect(found(press('3', 'Digit3', ctrl), 'text')).toEqual({ command: 'copyFavourite', index: 2 });
    expect(found(press('"', 'Digit2', ctrl), 'row')).toEqual({ command: 'copyFavourite', index: 1 });
    expect(found(press('0', 'Digit0', ctrl), 'row')).toBeNull();
  });

  test('tells F5 from Shift+F5', () => {
    expect(command(press('F5', 'F5'), 'text')).toBe('checkAll');
    expect(command(press('F5', 'F5', { shift: true }), 'text')).toBe('checkOne');
  });

  test('ticks rows only in the list, and undoes only outside of a text', () => {
    expect(command(press('a', 'KeyA', ctrl), 'row')).toBe('selectAll');
    expect(command(press('a', 'KeyA', ctrl), 'text')).toBeUndefined();
    expect(command(press('a', 'KeyA', ctrl), 'elsewhere')).toBeUndefined();
    expect(command(press(' ', 'Space', { shift: true }), 'row')).toBe('tick');
    expect(command(press(' ', 'Space', { shift: true }), 'in-row')).toBeUndefined();
    for (const place of ['row', 'in-row', 'elsewhere'] as const)
      expect(command(press('я', 'KeyZ', ctrl), place)).toBe('undo');
    expect(command(press('z', 'KeyZ', ctrl), 'text')).toBeUndefined();
  });

  test('with Alt means nothing here', () => {
    expect(command(press('n', 'KeyN', { mod: true, alt: true }), 'row')).toBeUndefined();
  });

  test('that a person has changed works instead of the default one', () => {
    const bindings = { lock: ['Mod+Alt+L'], checkAll: [], addServer: ['F9'] };
    expect(found(press('l', 'KeyL', ctrl), 'row', bindings)).toBeNull();
    expect(found(press('д', 'KeyL', { mod: true, alt: true }), 'row', bindings)?.command).toBe('lock');
    expect(found(press('F5', 'F5'), 'row', bindings)).toBeNull();
    expect(found(press('F9', 'F9'), 'text', bindings)?.command).toBe('addServer');
  });

  test('that edits a text keeps doing so in a field, whatever it is bound to', () => {
    const bindings = { lock: ['Mod+V'], logOut: ['Mod+ArrowLeft'], edit: ['Shift+Delete'] };
    for (const [key, code, held] of [
      ['v', 'KeyV', ctrl],
      ['ArrowLeft', 'ArrowLeft', ctrl],
      ['Delete', 'Delete', { shift: true }],
      ['V', 'KeyV', { mod: true, shift: true }],
    ] as const) {
      expect(found(press(key, code, held), 'text', bindings), key).toBeNull();
      expect(found(press(key, code, held), 'row', bindings), key).not.toBeNull();
    }
  });

  test('has a name that does not depend on the layout', () => {
    expect(keyOf(press('т', 'KeyN', { alt: true }))).toBe('Alt+N');
    expect(keyOf(press('ю', 'Period', ctrl))).toBe('Mod+.');
    expect(keyOf(press('PageDown', 'PageDown', { mod: true, shift: true }))).toBe('Mod+Shift+PageDown');
  });

  test('is written as on this platform', () => {
    expect(formatShortcut('Mod+Shift+X', false)).toBe('Ctrl+Shift+X');
    expect(formatShortcut('Mod+Shift+X', true)).toBe('⌘⇧X');
    expect(formatShortcut('Delete', false)).toBe('Del');
    expect(formatShortcut('Mod+PageDown', false)).toBe('Ctrl+PgDn');
    expect(formatShortcut('Mod+Alt+L', true)).toBe('⌘⌥L');
    // ⌫ is Backspace, which removes nothing.
    expect(formatShortcut('Delete', true)).toBe('⌦');
  });
});
