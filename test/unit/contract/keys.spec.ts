import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommandName,
  commandNames,
  defaultKeys,
  isBindable,
  isBinding,
  isKeyName,
  isRebindable,
  type KeyBindings,
  keyConflict,
  keysInForce,
  withDefaultKeys,
  withKey,
  withoutKeys,
} from '../../../contract/keys.ts';

const allKeys = (bindings: KeyBindings): readonly string[] => Object.values(keysInForce(bindings)).flat();
const rebindable = commandNames.filter(isRebindable);
const bindable = ['Mod', 'Mod+Shift', 'Mod+Alt', 'Alt']
  .flatMap((held) => ['L', '7', 'PageUp', 'F3', ','].map((key) => `${held}+${key}`))
  .concat(['F12', 'Shift+F9', 'Insert', 'Mod+N', 'Mod+L', 'F2', 'Mod+E', 'Delete']);

describe('the default keys', () => {
  test('are key names, and no two commands have the same', () => {
    const keys = allKeys({});
    expect(keys.filter((key) => !isKeyName(key))).toEqual([]);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  test('type nothing on Windows, where Ctrl+Alt is AltGr', () => {
    expect(allKeys({}).filter((key) => key.startsWith('Mod+Alt+'))).toEqual([]);
  });
});

describe('a key name', () => {
  test('has its modifiers in one order, and one key', () => {
    for (const name of ['Mod+Alt+Shift+F12', 'A', 'Shift+Delete', 'Mod+/', 'Alt+ArrowUp'])
      expect(isKeyName(name), name).toBe(true);
    for (const name of ['', 'Mod', 'Shift+Mod+A', 'mod+a', 'Mod+AB', 'Mod+ A', 'Ctrl+A', 'Mod+A\n', 'F13'])
      expect(isKeyName(name), name).toBe(false);
  });

  test('can be bound if it neither types nor moves', () => {
    for (const key of bindable) expect(isBindable(key), key).toBe(true);
    for (const key of ['A', 'Shift+A', '/', 'Enter', 'Mod+Enter', 'Escape', 'ArrowUp', 'Mod+Plus', 'Alt+F4'])
      expect(isBindable(key), key).toBe(false);
  });
});

describe('a binding', () => {
  test('of a fixed or unknown command, or of anything but a few bindable keys, is none', () => {
    expect(isBinding('lock', ['Mod+Alt+L'])).toBe(true);
    expect(isBinding('lock', [])).toBe(true);
    // A default key stays possible beside another one, even where it could not be chosen.
    expect(isBinding('search', ['Mod+G', '/'])).toBe(true);
    expect(isBinding('lock', ['/'])).toBe(false);
    for (const name of ['rowAction', 'escape', 'zoomIn', 'nextPane', 'copyFavourite', '__proto__', 'x'])
      expect(isBinding(name, ['Mod+M']), name).toBe(false);
    const many = ['Mod+Alt+1', 'Mod+Alt+2', 'Mod+Alt+3', 'Mod+Alt+4', 'Mod+Alt+5'];
    for (const keys of ['Mod+M', null, { 0: 'Mod+M', length: 1 }, [7], [['Mod+M']], new Array(2), many])
      expect(isBinding('lock', keys)).toBe(false);
  });
});

describe('changed keys', () => {
  const change = fc.record({
    command: fc.constantFrom(...rebindable),
    key: fc.option(fc.constantFrom(...bindable), { nil: null }),
  });
  const apply = (bindings: KeyBindings, { command, key }: { command: CommandName; key: string | null }) => {
    if (key === null) return withoutKeys(bindings, command);
    const loser = keyConflict(bindings, command, key);
    return loser !== null && !isRebindable(loser) ? bindings : withKey(bindings, command, key);
  };

  test('are each of one command, and valid for main, after any number of changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const bindings = changes.reduce<KeyBindings>(apply, {});
        const keys = allKeys(bindings);
        expect(new Set(keys).size).toBe(keys.length);
        for (const [name, own] of Object.entries(bindings)) expect(isBinding(name, own), name).toBe(true);
      }),
    );
  });

  test('are the default ones again once each command was reset, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 20 }),
        fc.shuffledSubarray([...rebindable], { minLength: rebindable.length }),
        (changes, order) => {
          const bindings = order.reduce<KeyBindings>(withDefaultKeys, changes.reduce<KeyBindings>(apply, {}));
          expect(bindings).toEqual({});
        },
      ),
    );
  });

  test('take a key from the command that had it, which is named before', () => {
    expect(keyConflict({}, 'lock', 'Mod+N')).toBe('addServer');
    expect(keyConflict({ addServer: [] }, 'lock', 'Mod+N')).toBeNull();
    expect(keyConflict({}, 'addServer', 'Mod+N')).toBeNull();
    expect(withKey({}, 'lock', 'Mod+N')).toEqual({ lock: ['Mod+N'], addServer: [] });
    // The second key of a command stays.
    expect(withKey({}, 'edit', 'F12')).toEqual({ edit: ['F12', 'Mod+E'] });
    expect(withKey({ edit: ['F12', 'Mod+E'] }, 'edit', defaultKeys.edit[0])).toEqual({});
  });
});
