import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type IconShape, iconPath, plainIcons } from '../../../scripts/build/plain-icons.ts';

const icons = join(import.meta.dirname, '../../../node_modules/lucide-react/dist/esm/icons');
const load = plainIcons.load as (id: string) => Promise<string | null>;

describe('an icon as one path', () => {
  test.each<[string, IconShape, string]>([
    ['path', ['path', { d: 'M5 12h14' }], 'M5 12h14'],
    ['path from a relative point', ['path', { d: 'm6 9 6 6' }], 'M0 0m6 9 6 6'],
    ['line', ['line', { x1: '3', y1: '4', x2: '5', y2: '6' }], 'M3 4L5 6'],
    ['circle', ['circle', { cx: '12', cy: '12', r: '3' }], 'M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z'],
    [
      'rectangle',
      ['rect', { x: '3', y: '4', width: '7', height: '8', rx: '1' }],
      'M4 4h5a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-5a1 1 0 0 1 -1 -1v-6a1 1 0 0 1 1 -1z',
    ],
  ])('draws a %s', (_name, shape, path) => {
    expect(iconPath([shape, ['path', { d: 'M0 1h2' }]])).toBe(`${path}M0 1h2`);
  });

  test('refuses a shape that it cannot draw', () => {
    expect(() => iconPath([['text', {}]])).toThrow('text');
  });

  test('replaces an icon, its maker and no other file', async () => {
    expect(await load(join(icons, 'plus.mjs'))).toContain(`icon('M5 12h14M12 5v14')`);
    expect(await load(join(icons, '../createLucideIcon.mjs'))).toContain(`className: `);
    expect(await load(join(icons, '../context.mjs'))).toBeNull();
  });

  test('finds the icon behind another name', async () => {
    expect(readdirSync(icons)).toContain('trash-2.mjs');
    expect(await load(join(icons, 'trash-2.mjs'))).toBeNull();
  });
});
