import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  circleIn,
  folderCircleIn,
  fullFolders,
  importsOf,
  isLaidOutWell,
  type SourceFile,
  wallsCrossed,
} from '../support/house/house-rules.ts';
import { mainSubjects, rendererSubjects, smallFiles } from '../support/house/walls.ts';

const root = join(import.meta.dirname, '../..');
const folders = ['contract', 'main', 'preload', 'renderer', 'scripts', 'test'];

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') };
    });
}

const files = folders.flatMap(filesBelow);

describe('the house', () => {
  test('has files to look at', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test('keeps every import inside its walls', () => {
    expect(files.flatMap(wallsCrossed)).toEqual([]);
  });

  test('has no file over 400 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 401).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('has no product file under 15 lines without a reason', () => {
    const short = files
      .filter(
        ({ path, text }) =>
          /^(contract|main|preload|renderer)\/.*\.tsx?$/.test(path) && text.split('\n').length < 16,
      )
      .map(({ path }) => path);
    expect(short.sort()).toEqual(Object.keys(smallFiles).sort());
  });

  test('has no folder of more than 15 files', () => {
    const paths = files
      .map(({ path }) => path)
      .filter((path) => /^(contract|main|preload|renderer|scripts)\//.test(path));
    expect(fullFolders(paths, 15)).toEqual([]);
  });

  test('tests every dialog in the page', () => {
    const dialogs = files
      .map(({ path }) => path)
      .filter((path) => /^renderer\/(?!components\/).*(?:-dialog|dialog-failed)\.tsx$/.test(path));
    const cases = files
      .filter(({ path }) => /^test\/page\/.*\.spec\.ts$/.test(path))
      .flatMap(({ text }) => [...text.matchAll(/\bof: '(.*)'/g)].map(([, file]) => `renderer/${file}`));
    expect([...new Set(cases)].sort()).toEqual(dialogs.sort());
  });

  test('has no files that import each other in a circle', () => {
    expect(circleIn(files)).toEqual([]);
  });

  test('has no folders that import each other in a circle', () => {
    expect(folderCircleIn(files.filter(({ path }) => /^(contract|main|renderer)\//.test(path)))).toEqual([]);
  });

  test('loads texts only when there is something to say', () => {
    const early = files.filter(
      ({ path, text }) =>
        /^(main|preload|renderer)\//.test(path) && /^import (?!type )[^;]*contract\/locales/m.test(text),
    );
    expect(early.map(({ path }) => path)).toEqual([]);
  });

  test('uses no CSS anchors, which crash the page of Electron 33', () => {
    const anchored = files.filter(
      ({ path, text }) => path.endsWith('.css') && /anchor-name|anchor\(/.test(text),
    );
    expect(anchored.map(({ path }) => path)).toEqual([]);
  });

  test('has no loose files in main', () => {
    const loose = files.map(({ path }) => path).filter((path) => /^main\/[^/]+$/.test(path));
    expect(loose).toEqual(['main/index.ts']);
  });

  test('allows no subject that is gone', () => {
    const subjectsOf = (top: string) =>
      [
        ...new Set(
          files
            .map(({ path }) => path.split('/'))
            .filter((parts) => parts[0] === top && parts.length > 2)
            .map((parts) => parts[1]),
        ),
      ].sort();
    expect([...Object.keys(mainSubjects), 'app', 'electron', 'ipc'].sort()).toEqual(subjectsOf('main'));
    expect(Object.keys(rendererSubjects).sort()).toEqual(subjectsOf('renderer'));
  });

  test('has no barrels, and no files named for a technique', () => {
    expect(files.filter((file) => !isLaidOutWell(file)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the house rules', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  test('see what a file imports, however it is written', () => {
    const text =
      "import a from './a.ts';\nimport type { B } from '../b.ts';\nexport { c } from './c.ts';\nimport './d.css';\nconst e = await import('./e.ts');\nimport {\n  f,\n} from './f.ts';";
    expect(importsOf(text)).toEqual(['./a.ts', '../b.ts', './c.ts', './d.css', './e.ts', './f.ts']);
  });

  const crossings: readonly [string, SourceFile][] = [
    ['Electron in the contract', file('contract/x.ts', "import { app } from 'electron';")],
    ['Node in the contract', file('contract/x.ts', "import 'node:fs';")],
    ['main in the contract', file('contract/x.ts', "import '../main/log/log.ts';")],
    [
      'a library but i18next for the types of the texts',
      file('contract/texts.ts', "import { z } from 'zod';"),
    ],
    ['i18next elsewhere in main', file('main/journal/x.ts', "import i18next from 'i18next';")],
    ['Electron in a subject of main', file('main/vault/x.ts', "import { safeStorage } from 'electron';")],
    [
      'the updater outside of its folder',
      file('main/electron/x.ts', "import 'electron-updater/out/AppImageUpdater.js';"),
    ],
    ['the Electron folder in a subject of main', file('main/vault/x.ts', "import '../electron/ipc.ts';")],
    ['the window in main', file('main/sessions/x.ts', "import '../../renderer/app.tsx';")],
    ['sessions in the journal', file('main/journal/x.ts', "import '../sessions/session-store.ts';")],
    ['the vault in the profiles', file('main/profiles/x.ts', "import '../vault/vault.ts';")],
    ['sessions in the servers', file('main/servers/x.ts', "import '../sessions/session-store.ts';")],
    ['the vault itself in the servers', file('main/servers/x.ts', "import '../vault/vault.ts';")],
    ['Node in the window', file('renderer/x.ts', "import 'node:path';")],
    ['main in the window', file('renderer/x.ts', "import '../main/log/log.ts';")],
    ['a store in the components', file('renderer/components/x.tsx', "import '../state/app-state.ts';")],
    ['the bridge in the components', file('renderer/components/x.tsx', "import '../bridge.ts';")],
    ['a package nobody decided on', file('main/servers/x.ts', "import 'axios';")],
    ['main in the preload', file('preload/x.ts', "import '../main/log/log.ts';")],
  ];
  for (const [title, crossing] of crossings) {
    test(`refuse ${title}`, () => {
      expect(wallsCrossed(crossing)).toHaveLength(1);
    });
  }

  test('find a circle of two folders', () => {
    const circle = [file('main/a/x.ts', "import '../b/y.ts';"), file('main/b/z.ts', "import '../a/x.ts';")];
    expect(folderCircleIn(circle)).toEqual(['main/a', 'main/b', 'main/a']);
    expect(circleIn(circle)).toEqual([]);
  });

  test('count the files of a folder, not of those below it', () => {
    expect(fullFolders(['main/a/1.ts', 'main/a/2.ts', 'main/a/b/3.ts'], 1)).toEqual(['main/a: 2']);
  });

  test('find a circle of two files', () => {
    const circle = [file('main/a.ts', "import './b.ts';"), file('main/b.ts', "import './a.ts';")];
    expect(circleIn(circle)).toEqual(['main/a.ts', 'main/b.ts', 'main/a.ts']);
  });

  test('refuse a barrel and a drawer for odds and ends', () => {
    expect(isLaidOutWell(file('main/vault/index.ts', ''))).toBe(false);
    expect(isLaidOutWell(file('renderer/utils.ts', ''))).toBe(false);
    expect(isLaidOutWell(file('main/index.ts', ''))).toBe(true);
  });
});
