import { describe, expect, test } from 'vitest';
import { askingCommand, packageCommand } from '../../../main/updates/package-command.ts';

const path = "/home/o'brien/.cache/ffsm/x 1.deb";

const there = () => true;

describe('Installing a package of the system', () => {
  test('is a command that quotes its path', () => {
    expect(packageCommand('deb', path, there)).toBe(
      `sudo apt install '/home/o'\\''brien/.cache/ffsm/x 1.deb'`,
    );
    expect(packageCommand('rpm', '/a/$(id);x.rpm', there)).toBe(`sudo dnf install '/a/$(id);x.rpm'`);
  });

  test('asks through programs with absolute paths and without a shell', () => {
    expect(askingCommand('deb', path, there)).toEqual([
      '/usr/bin/pkexec',
      '/usr/bin/apt-get',
      'install',
      '-y',
      path,
    ]);
    expect(askingCommand('rpm', path, there)).toEqual([
      '/usr/bin/pkexec',
      '/usr/bin/dnf',
      'install',
      '-y',
      path,
    ]);
  });

  test('is done by zypper where there is no dnf', () => {
    const only = (program: string) => program === '/usr/bin/zypper';
    expect(packageCommand('rpm', '/a/x.rpm', only)).toBe(
      `sudo zypper install --allow-unsigned-rpm '/a/x.rpm'`,
    );
    expect(askingCommand('rpm', '/a/x.rpm', only)).toEqual([
      ...['/usr/bin/pkexec', '/usr/bin/zypper', '--non-interactive', 'install', '--allow-unsigned-rpm'],
      '/a/x.rpm',
    ]);
    // Without either, the usual one is shown.
    expect(packageCommand('rpm', '/a/x.rpm', () => false)).toBe(`sudo dnf install '/a/x.rpm'`);
  });
});
