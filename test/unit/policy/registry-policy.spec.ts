import { describe, expect, test } from 'vitest';
import { readPolicy } from '../../../main/policy/policy-schema.ts';
import { parseRegistry } from '../../../main/policy/registry-policy.ts';

const key = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\FindFace Session Manager';

/** The output of `reg.exe query KEY /s`. */
const output = [
  '',
  key,
  '    lockServers    REG_DWORD    0x1',
  '',
  `${key}\\Defaults`,
  '    language    REG_SZ    ru',
  '    lockWithScreen    REG_DWORD    0x1',
  '',
  `${key}\\Locked`,
  '    clearAfterSeconds    REG_DWORD    0xa',
  '    lockAfterIdleMinutes    REG_DWORD    0x0',
  '    savePasswords    REG_DWORD    0x0',
  '    updateSource    REG_SZ    https://mirror.corp/ff updates/',
  '',
  `${key}\\Other`,
  '    updates    REG_SZ    off',
  '',
].join('\r\n');

const inRussian = `${key}\\Locked\r\n    (По умолчанию)    REG_SZ    (значение не задано)\r\n`;

describe('the registry of Windows', () => {
  test('gives what a policy file would hold: 0 for never, 0 and 1 for off and on', () => {
    const registry = parseRegistry(output);
    expect(registry).toEqual({
      own: { lockServers: true },
      defaults: { language: 'ru', lockWithScreen: true },
      locked: {
        clearAfterSeconds: 10,
        lockAfterIdleMinutes: null,
        savePasswords: false,
        updateSource: 'https://mirror.corp/ff updates/',
      },
    });
    expect(readPolicy('{"version":1}', registry)).toMatchObject({
      kind: 'policy',
      policy: {
        lockServers: true,
        locked: { settings: { lockAfterIdleMinutes: null, savePasswords: false } },
      },
    });
  });

  test('wins over the file value by value, and a mistake in either makes both void', () => {
    const registry = parseRegistry(output);
    const file = {
      version: 1,
      locked: { clearAfterSeconds: 60, updates: 'check' },
      servers: [{ address: 'https://a' }],
    };
    expect(readPolicy(JSON.stringify(file), registry)).toMatchObject({
      policy: { locked: { settings: { clearAfterSeconds: 10, updates: 'check' } }, servers: [{}] },
    });
    expect(readPolicy('{"version":1,"locked":[]}', registry)).toEqual({ kind: 'broken', where: 'locked' });
    expect(readPolicy('[]', registry)).toMatchObject({ kind: 'broken' });
    const strange = parseRegistry(`${key}\\Locked\r\n    clearAfterSeconds    REG_DWORD    0xb\r\n`);
    expect(readPolicy('{"version":1}', strange)).toEqual({
      kind: 'broken',
      where: 'locked.clearAfterSeconds',
    });
  });

  test('without our key, or with other words of Windows, holds nothing', () => {
    for (const text of [
      '',
      'ERROR: The system was unable to find the specified registry key or value.',
      'Ошибка',
      `${key}\r\n`,
    ])
      expect(parseRegistry(text), text).toBeNull();
  });

  test('with a value that is no setting makes the policy void, whatever the language of Windows', () => {
    expect(readPolicy('{"version":1}', parseRegistry(inRussian))).toMatchObject({ kind: 'broken' });
  });
});
