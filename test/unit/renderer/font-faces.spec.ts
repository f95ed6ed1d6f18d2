import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('no font family has a second face, which would be looked for in the system until it is loaded', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../renderer/components/tokens.css'), 'utf8');
  const families = [...css.matchAll(/@font-face \{\s*font-family: ("[^"]+")/g)].map(([, family]) => family);
  expect(families.length).toBeGreaterThan(1);
  expect(new Set(families).size).toBe(families.length);
  for (const family of families)
    expect(css).toMatch(new RegExp(`^ {2}font-family: .*${family}.*sans-serif`, 'm'));
});
