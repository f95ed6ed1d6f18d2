import { describe, expect, test } from 'vitest';
import { zoomSteps } from '../../../contract/settings.ts';
import { readZoom, readZoomKey, zoomAfter } from '../../../main/window/zoom.ts';

const press = (key: string, code: string, more = {}) =>
  readZoomKey({ key, code, mod: true, shift: false, alt: false, ...more });

describe('the keys of the zoom', () => {
  test('are found on every layout', () => {
    expect(press('=', 'Equal'), 'English, without Shift').toBe('in');
    expect(press('+', 'Equal', { shift: true }), 'English and Russian').toBe('in');
    expect(press('+', 'BracketRight'), 'Spanish and German').toBe('in');
    expect(press('+', 'NumpadAdd')).toBe('in');
    expect(press('-', 'Minus')).toBe('out');
    expect(press('-', 'Slash'), 'German').toBe('out');
    expect(press('-', 'Digit6'), 'French').toBe('out');
    expect(press('-', 'NumpadSubtract')).toBe('out');
    expect(press('0', 'Digit0')).toBe('reset');
    expect(press('à', 'Digit0'), 'French').toBe('reset');
    expect(press('0', 'Numpad0')).toBe('reset');
  });

  test('do nothing without Ctrl, and with AltGr', () => {
    expect(press('+', 'Equal', { mod: false })).toBeNull();
    expect(press('+', 'Equal', { alt: true })).toBeNull();
    expect(press('1', 'Digit1')).toBeNull();
  });
});

describe('the zoom', () => {
  test('goes from 67 to 200 percent and no further', () => {
    expect(zoomAfter(200, 'in')).toBe(200);
    expect(zoomAfter(67, 'out')).toBe(67);
    expect(zoomAfter(150, 'reset')).toBe(100);
    const up = zoomSteps.slice(0, -1).map((step) => zoomAfter(step, 'in'));
    expect(up).toEqual(zoomSteps.slice(1));
    const down = zoomSteps.slice(1).map((step) => zoomAfter(step, 'out'));
    expect(down).toEqual(zoomSteps.slice(0, -1));
  });

  test('is 100 percent where something else was kept', () => {
    for (const raw of [undefined, null, '125', 126, Number.NaN, -100]) expect(readZoom(raw)).toBe(100);
    expect(readZoom(125)).toBe(125);
  });
});
