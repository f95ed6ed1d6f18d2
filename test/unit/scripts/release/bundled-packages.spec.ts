import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licensesText, packageFolder, readPackage } from '../../../../scripts/build/bundled-packages.ts';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

describe('the packages in the app', () => {
  test('are found by their modules, also nested, scoped and virtual ones', () => {
    const inner = '/x/node_modules/electron-updater/node_modules/semver';
    expect(packageFolder(`${inner}/functions/lt.js`)).toBe(inner);
    expect(packageFolder('/x/node_modules/@scope/a/b/c.js?url')).toBe('/x/node_modules/@scope/a');
    expect(packageFolder('\0/x/node_modules/a/b.js?commonjs')).toBe('/x/node_modules/a');
    expect(packageFolder('C:\\x\\node_modules\\a\\b.js')).toBe('C:/x/node_modules/a');
    for (const own of ['/x/main/index.ts', '\0vite/preload-helper.js', '/x/node_modules/.vite/deps/a.js'])
      expect(packageFolder(own), own).toBeNull();
  });

  test('are shown with their versions and license texts', () => {
    const react = readPackage(join(projectRoot, 'node_modules/react'));
    expect(react).toMatchObject({ name: 'react', license: 'MIT' });
    const text = licensesText([react]);
    expect(text).toContain(`react ${react.version}\nMIT\n`);
    expect(text).toMatch(/Permission is hereby granted/);
    expect(text).toMatch(/^Electron, Chromium and Node\.js\n.*LICENSES\.chromium\.html/);
  });

  test('must say under which license they are', () => {
    expect(() => readPackage(projectRoot)).not.toThrow();
    expect(() => readPackage(join(projectRoot, 'test/page/shell'))).toThrow(/license/);
  });
});
