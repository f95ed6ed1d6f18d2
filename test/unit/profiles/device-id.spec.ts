import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { newDeviceId } from '../../../main/profiles/device-id.ts';

describe('a device id', () => {
  const computers: readonly [string, string][] = [
    ['desk-7', 'desk-7'],
    ['DESK_7.office.local', 'desk-7-office-local'],
    ['Jörgs Büro-PC', 'jorgs-buro-pc'],
    ['Сервер', 'computer'],
    ['', 'computer'],
    ['--', 'computer'],
    ['a\r\nb', 'a-b'],
    ['x'.repeat(63), 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
    [`-${'x'.repeat(45)}`, 'x'.repeat(40)],
  ];
  for (const [computer, plain] of computers) {
    test(`names the computer ${JSON.stringify(computer)} as ${plain}`, () => {
      expect(newDeviceId(computer, '0a1b2c3d')).toBe(`ffsm-${plain}-0a1b2c3d`);
    });
  }

  test('is another one for every profile of this computer', () => {
    const [one, other] = [newDeviceId(), newDeviceId()];
    expect(one).toMatch(/^ffsm-[a-z0-9-]{1,40}-[0-9a-f]{8}$/);
    expect(one).not.toBe(other);
    expect(one.slice(0, -8)).toBe(other.slice(0, -8));
    expect(hostname()).not.toBe('');
  });
});
