import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');

/** The cells of its tables: promise, how, test. */
const rows = page
  .split('\n')
  .filter((line) => /^\| (?!promise )/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

const files = [...page.matchAll(/`((?:test|docs)\/[^`]+)`/g)].map((match) => match[1] ?? '');
const titles = [...page.matchAll(/`(test\/[^`]+)`: \*([^*]+)\*/g)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

/** Whether a spec has a test of this title; an ellipsis ends it early, and values of a template are not compared. */
function hasTest(source: string, title: string): boolean {
  const start = title.replace(/\s*…$/, '');
  if (source.includes(start)) return true;
  const templates = [...source.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  return templates.some((template) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return parts.length > 1 && parts.join('').length > 10 && new RegExp(`^${parts.join('.*')}$`).test(start);
  });
}

describe('the promises of SECURITY.md', () => {
  test('have three cells each and name a test', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((cells) => cells.length !== 3 || !cells[2]?.includes('`test/'))).toEqual([]);
  });

  test('name tests that exist', () => {
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('quote titles that these tests have', () => {
    const wrong = titles.filter(({ file, title }) => !hasTest(readFileSync(join(root, file), 'utf8'), title));
    expect(wrong).toEqual([]);
    expect(titles.length).toBeGreaterThan(10);
  });
});
