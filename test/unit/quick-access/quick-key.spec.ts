import { describe, expect, test } from 'vitest';
import { isSystemWideKey } from '../../../contract/sessions/quick-access.ts';
import { quickPlace } from '../../../main/quick-access/place.ts';
import { acceleratorOf, proofAfterStart, readQuickKey } from '../../../main/quick-access/quick-key.ts';
import { asksForQuickAccess, isQuickStart } from '../../../main/quick-access/quick-switch.ts';

describe('a system-wide key', () => {
  test.each([
    'Mod+Shift+Space',
    'Mod+Alt+Space',
    'Mod+Shift+K',
    'Alt+Shift+1',
    'Mod+Alt+Shift+F',
    'Mod+F9',
    'Shift+F12',
  ])('can be %s', (key) => expect(isSystemWideKey(key)).toBe(true));

  test.each([
    'K',
    'Mod+C',
    'Alt+Space',
    'Shift+K',
    'F5',
    'Alt+F4',
    'Mod+Alt+E',
    'Mod+Shift+Enter',
    'Mod+Shift+/',
    '',
    'x',
  ])('cannot be %s, which programs need', (key) => expect(isSystemWideKey(key)).toBe(false));

  test('is named for Electron', () => {
    expect(acceleratorOf('Mod+Shift+Space')).toBe('CommandOrControl+Shift+Space');
    expect(acceleratorOf('Alt+Shift+1')).toBe('Alt+Shift+1');
  });

  test('is read from a file only if it can be one', () => {
    expect(readQuickKey({ key: 'Mod+Shift+K', works: true })).toEqual({ key: 'Mod+Shift+K', works: true });
    expect(readQuickKey({ key: 'Mod+Shift+K', works: 1 })).toEqual({ key: 'Mod+Shift+K', works: false });
    for (const raw of [null, undefined, 7, {}, { key: 'Mod+C', works: true }, { key: ['Mod+Shift+K'] }])
      expect(readQuickKey(raw)).toBeNull();
  });

  test('works after a start only if a press once arrived and the system gives it again', () => {
    const kept = { key: 'Mod+Shift+K', works: true };
    expect(proofAfterStart(kept, true).proof).toBe('works');
    expect(proofAfterStart(kept, false).proof).toBe('refused');
    expect(proofAfterStart({ ...kept, works: false }, true).proof).toBe('silent');
    expect(proofAfterStart(null, true)).toEqual({ key: null, proof: 'none' });
  });
});

describe('quick access', () => {
  test('is asked for by its switch, also by that of a second start', () => {
    expect(asksForQuickAccess(['/app', '--quick'])).toBe(true);
    expect(asksForQuickAccess(['/app', '--quickly', 'quick'])).toBe(false);
    expect(isQuickStart({ file: null, quick: true })).toBe(true);
    for (const data of [null, undefined, 'quick', { quick: 'yes' }, {}])
      expect(isQuickStart(data)).toBe(false);
  });

  test('stands in the middle of a screen, and grows with the zoom as far as that has room', () => {
    const area = { x: 1920, y: 30, width: 1280, height: 690 };
    expect(quickPlace(area, 100)).toEqual({ x: 2220, y: 120, width: 680, height: 420 });
    expect(quickPlace(area, 150)).toEqual({ x: 2050, y: 50, width: 1020, height: 630 });
    expect(quickPlace(area, 300)).toEqual(area);
  });
});
