import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { circleIn, importsOf, isLaidOutWell, type SourceFile, wallsCrossed } from '../support/house-rules.ts';

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

test.describe('the house', () => {
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

  test('has no files that import each other in a circle', () => {
    expect(circleIn(files)).toEqual([]);
  });

  test('has no barrels, and no files named for a technique', () => {
    expect(files.filter((file) => !isLaidOutWell(file)).map(({ path }) => path)).toEqual([]);
  });
});

test.describe('the house rules', () => {
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
    ['Electron in a subject of main', file('main/vault/x.ts', "import { safeStorage } from 'electron';")],
    [
      'the Electron folder in a subject of main',
      file('main/vault/x.ts', "import '../electron/ipc-gate.ts';"),
    ],
    ['the window in main', file('main/sessions/x.ts', "import '../../renderer/app.tsx';")],
    ['sessions in the journal', file('main/journal/x.ts', "import '../sessions/turns.ts';")],
    ['the vault in the profiles', file('main/profiles/x.ts', "import '../vault/vault.ts';")],
    ['sessions in the servers', file('main/servers/x.ts', "import '../sessions/turns.ts';")],
    ['the vault itself in the servers', file('main/servers/x.ts', "import '../vault/vault.ts';")],
    ['Node in the window', file('renderer/x.ts', "import 'node:path';")],
    ['main in the window', file('renderer/x.ts', "import '../main/log/log.ts';")],
    ['a store in the parts', file('renderer/parts/x.tsx', "import '../state/app-state.ts';")],
    ['the bridge in the parts', file('renderer/parts/x.tsx', "import '../bridge.ts';")],
    ['a package nobody decided on', file('main/servers/x.ts', "import 'axios';")],
    ['main in the preload', file('preload/x.ts', "import '../main/log/log.ts';")],
  ];
  for (const [title, crossing] of crossings) {
    test(`refuse ${title}`, () => {
      expect(wallsCrossed(crossing)).toHaveLength(1);
    });
  }

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
