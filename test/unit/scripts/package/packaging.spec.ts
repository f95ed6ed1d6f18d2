import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFuseProblems, fusesForTests } from '../../../../main/self-test/fuses.ts';
import { unlistedFiles } from '../../../../scripts/package/archive-list.ts';
import { builderArguments, outputFolder, readOptions } from '../../../../scripts/package/options.ts';
import { readReleaseKeys } from '../../../../scripts/package/release-keys.ts';
import { type Ingredients, releaseProblems } from '../../../../scripts/package/release-problems.ts';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

const electron = { folder: '/electron', version: '33.2.1' };

describe('the fuses of a package', () => {
  test('are right for both generations of Electron', { tags: ['row-174'] }, () => {
    expect(findFuseProblems('00001100')).toEqual([]);
    expect(findFuseProblems('000011001')).toEqual([]);
  });

  test('are wrong when a debugger could come in', { tags: ['row-174'] }, () => {
    expect(findFuseProblems('00011100')).toEqual(['The fuse EnableNodeCliInspectArguments is 1, not 0.']);
    expect(findFuseProblems('00011100', fusesForTests)).toEqual([]);
  });

  test('are wrong when Electron brings one that nobody decided on', () => {
    expect(findFuseProblems('0000110011')).toEqual(['Nobody decided on fuse 9, which is 1.']);
  });

  test('may miss one that Electron removed', () => {
    expect(findFuseProblems('0r001100')).toEqual([]);
  });
});

describe('npm run package', () => {
  test('makes what electron-builder.yml lists, for this system, and sends it nowhere', () => {
    expect(builderArguments(readOptions([]), electron, 'linux')).toEqual([
      '--linux',
      '--publish=never',
      '--config.electronDist=/electron',
      '--config.electronVersion=33.2.1',
      '--config.directories.output=dist',
    ]);
    expect(builderArguments(readOptions([]), electron, 'win32')[0]).toBe('--win');
    expect(builderArguments(readOptions([]), electron, 'darwin')[0]).toBe('--mac');
  });

  test('can make the folder alone, or one format', () => {
    expect(builderArguments(readOptions(['--dir']), electron, 'linux').slice(0, 2)).toEqual([
      '--linux',
      'dir',
    ]);
    expect(builderArguments(readOptions(['tar.gz']), electron, 'linux').slice(0, 2)).toEqual([
      '--linux',
      'tar.gz',
    ]);
  });

  test('opens the door for tests only when asked, and far from what is released', () => {
    const options = readOptions(['--dir', '--dev-runtime', '--for-tests']);
    expect(outputFolder(options)).toBe('dist/for-tests');
    expect(builderArguments(options, electron, 'linux')).toContain(
      '--config.electronFuses.enableNodeCliInspectArguments=true',
    );
    expect(builderArguments(options, electron, 'linux')).toContain('--config.extraMetadata.isForTests=true');
    expect(builderArguments(readOptions([]), electron, 'linux').join()).not.toMatch(/Inspect|isForTests/);
  });

  test('leaves the mark for tests in no release', async () => {
    for (const file of ['package.json', 'electron-builder.yml'])
      expect(await readFile(join(projectRoot, file), 'utf8'), file).not.toContain('isForTests');
  });

  test('puts the keys into the archive as a list, be it one or two', () => {
    const keysOf = (keys: readonly string[]) =>
      builderArguments(readOptions([]), electron, 'linux', keys).filter((arg) => arg.includes('releaseKeys'));
    expect(keysOf([])).toEqual([]);
    const [one, two] = ['one', 'two'].map((key) => `--config.extraMetadata.releaseKeys=${key}`);
    expect(keysOf(['one'])).toEqual([one, one]);
    expect(keysOf(['one', 'two'])).toEqual([one, two]);
  });

  test('can make a trial quickly, as another version, elsewhere', () => {
    const options = readOptions(['--fast', '--version=1.0.1', '--output=/tmp/there', 'deb']);
    const args = builderArguments(options, electron, 'linux');
    expect(args).toContain('--config.directories.output=/tmp/there');
    expect(args).toContain('--config.extraMetadata.version=1.0.1');
    expect(args).toContain('--config.deb.compression=gz');
  });

  test('refuses an option that it does not know', () => {
    expect(() => readOptions(['--publish'])).toThrow("Unknown option '--publish'");
  });
});

describe('a release', () => {
  const release: Ingredients = {
    electron: '45.5.0',
    pinnedElectron: '45.5.0',
    homepage: 'https://sessions.corp/',
    maintainer: 'The maintainers <them@sessions.corp>',
    releaseKeys: ['a key'],
    version: null,
    environment: { PATH: '/usr/bin' },
  };

  test('is made of the pinned Electron, with real names, keys and tools', () => {
    expect(releaseProblems(release)).toEqual([]);
  });

  const wrong: Record<string, Partial<Ingredients>> = {
    'another Electron': { electron: '33.2.1' },
    'the homepage that stands for none': { homepage: 'https://findface-session-manager.example/' },
    'no homepage': { homepage: '' },
    'the maintainer that stands for none': { maintainer: 'A <a@findface-session-manager.example>' },
    'no keys': { releaseKeys: [] },
    'another version than the sources': { version: '1.0.1' },
    'a stand-in for fpm': { environment: { CUSTOM_FPM_PATH: '/tmp/fpm' } },
    'another runtime of AppImages': { environment: { APPIMAGE_TOOLS_PATH: '/tmp/tools' } },
  };
  for (const [name, part] of Object.entries(wrong))
    test(`is not made with ${name}`, () => {
      expect(releaseProblems({ ...release, ...part })).toHaveLength(1);
    });

  test('has no keys and no names before somebody gives them', async () => {
    expect(await readReleaseKeys('scripts/package/release-keys.json')).toEqual([]);
  });
});

describe('the archive', () => {
  test('holds only what is listed, under whatever name the bundler gave it', {
    tags: ['row-180'],
  }, async () => {
    const listed = ['package.json', 'out/main/index.js', 'out/main/journal-BwGKWhxX.js'];
    const assets = ['dialogs-donBNsj4.js', 'dialogs-donBNsj4.js.br'].map(
      (name) => `out/renderer/assets/${name}`,
    );
    expect(await unlistedFiles([...listed, ...assets])).toEqual([]);
    const strange = [
      ...[
        'out/main/index.js.map',
        'out/main/journal-BwGKWhxX.js.map',
        'out/main/journal-BwGKWhxX.js.br',
        'main/index.ts',
        '.env',
        'test/app.spec.ts',
      ],
      ...['node_modules/valibot/package.json', 'out/LICENSES.txt', 'out/main/secrets.js', 'key.pem'],
    ];
    expect(await unlistedFiles(strange)).toEqual(strange.map((path) => `Nobody decided to pack ${path}.`));
  });
});
