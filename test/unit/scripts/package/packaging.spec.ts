import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFuseProblems, fusesForTests } from '../../../../scripts/package/fuses.ts';
import { builderArguments, outputFolder, readOptions } from '../../../../scripts/package/options.ts';
import { projectRoot } from '../../../../scripts/system/project-root.ts';

const electron = { folder: '/electron', version: '33.2.1' };

describe('the fuses of a package', () => {
  test('are right for both generations of Electron', { tags: ['row-174'] }, () => {
    expect(findFuseProblems('01001100')).toEqual([]);
    expect(findFuseProblems('010011001')).toEqual([]);
  });

  test('are wrong when a debugger could come in', { tags: ['row-174'] }, () => {
    expect(findFuseProblems('01011100')).toEqual(['The fuse EnableNodeCliInspectArguments is 1, not 0.']);
    expect(findFuseProblems('01011100', fusesForTests)).toEqual([]);
  });

  test('are wrong when Electron brings one that nobody decided on', () => {
    expect(findFuseProblems('0100110011')).toEqual(['Nobody decided on fuse 9, which is 1.']);
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

  test('refuses an option that it does not know', () => {
    expect(() => readOptions(['--publish'])).toThrow("Unknown option '--publish'");
  });
});
