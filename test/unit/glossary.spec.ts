import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..'); // two folders below the root, wherever the spec ends up
const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');

/** The cells of every row of its tables: word, meaning, code, words not used. */
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| **'))
  .map((line) => line.slice(2, -2).split(' | '));
const inCode = rows.flatMap(([, , code = '']) =>
  [...code.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
);

const foldersBelow = (top: string): readonly string[] =>
  readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(
      (entry) =>
        `${join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/')}/`,
    );

const exported = new Set(
  ['contract', 'main', 'renderer'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .flatMap((entry) => [
        ...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(
          /^export (?:abstract )?(?:async )?(?:const|function|class|interface|type) (\w+)/gm,
        ),
      ])
      .map((match) => match[1] ?? ''),
  ),
);

describe('the glossary', () => {
  test('has a row for every folder of main and renderer', () => {
    const known = new Set(inCode);
    expect(
      [...foldersBelow('main'), ...foldersBelow('renderer')].filter((folder) => !known.has(folder)),
    ).toEqual([]);
  });

  test('names no folder and no type that is gone', () => {
    const folders = new Set([...foldersBelow('main'), ...foldersBelow('renderer')]);
    expect(inCode.filter((name) => (name.endsWith('/') ? !folders.has(name) : !exported.has(name)))).toEqual(
      [],
    );
  });

  test('has one row for a word, and four cells in every row', () => {
    const words = rows.flatMap(([word = '']) =>
      [...word.matchAll(/\*\*([^*]+)\*\*/g)].map((match) => match[1] ?? ''),
    );
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
    expect(rows.filter((cells) => cells.length !== 4)).toEqual([]);
  });

  test('keeps the words that mislead out of the exported names', () => {
    // Words of the last column that no exported name may contain, without those that have other uses.
    const banned = [
      'Fleet',
      'Lease',
      'Ending',
      'Shelf',
      'HandOver',
      'Handover',
      'Desk',
      'Standing',
      'Obstacle',
      'Trouble',
      'Loudness',
      'Brought',
      'Wish',
    ];
    const pattern = new RegExp(`(^|[a-z])(${banned.join('|')})(s|[A-Z]|$)`);
    expect([...exported].filter((name) => pattern.test(name))).toEqual([]);
  });
});
