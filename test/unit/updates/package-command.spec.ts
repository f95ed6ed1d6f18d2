import { describe, expect, test } from 'vitest';
import { askingCommand, packageCommand } from '../../../main/updates/package-command.ts';

const path = "/home/o'brien/.cache/ffsm/x 1.deb";

describe('Installing a package of the system', () => {
  test('is a command that quotes its path', () => {
    expect(packageCommand('deb', path)).toBe(`sudo apt install '/home/o'\\''brien/.cache/ffsm/x 1.deb'`);
    expect(packageCommand('rpm', '/a/$(id);x.rpm')).toBe(`sudo dnf install '/a/$(id);x.rpm'`);
  });

  test('asks through programs with absolute paths and without a shell', () => {
    expect(askingCommand('deb', path)).toEqual([
      '/usr/bin/pkexec',
      '/usr/bin/apt-get',
      'install',
      '-y',
      path,
    ]);
    expect(askingCommand('rpm', path)).toEqual(['/usr/bin/pkexec', '/usr/bin/dnf', 'install', '-y', path]);
  });
});
