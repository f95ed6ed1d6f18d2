import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/system/project-root.ts';

const documents = ['.', 'docs', 'docs/decisions', 'test/emulator'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const textOf = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

/** How GitHub makes the anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (path: string) =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? ''));

test('every link between the documents leads somewhere', () => {
  const broken = documents.flatMap((from) =>
    [...textOf(from).matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const path = file === '' ? from : join(dirname(from), file);
        if (!existsSync(join(projectRoot, path))) return true;
        return anchor !== undefined && !anchorsOf(path).includes(anchor);
      })
      .map((link) => `${from}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every npm command in the documents exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const used = documents
    .filter((path) => !path.includes('decisions'))
    .flatMap((path) =>
      [...textOf(path).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? ''),
    );
  expect(used.length).toBeGreaterThan(20);
  expect([...new Set(used)].filter((name) => !(name in scripts))).toEqual([]);
});
