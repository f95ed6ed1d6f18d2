import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const page = join(import.meta.dirname, '../../out/renderer/index.html');

// The window's script is imported when the state is there, so the page itself has to request it.
test('The built page requests the window’s script and styles at once, and no other', async () => {
  const html = await readFile(page, 'utf8');
  const requested = [
    ...html.matchAll(/(?:rel="(\w+)"[^>]*)?(?:href|src)="[^"]*?([a-z]+)-[\w-]{8}\.\w+"/g),
  ].map(([, relation = 'script', file]) => `${relation} ${file}`);
  expect(requested.toSorted()).toEqual([
    'modulepreload runtime',
    'modulepreload window',
    'script index',
    'stylesheet window',
  ]);
});
