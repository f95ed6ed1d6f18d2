import { describe, expect, test } from 'vitest';
import { type InstallFacts, installKind, updateSupport } from '../../../main/updates/install-kind.ts';

const facts: InstallFacts = {
  platform: 'linux',
  isPackaged: true,
  execPath: '/opt/FindFace Session Manager/findface-session-manager',
  env: {},
  packageType: null,
};
const kind = (differing: Partial<InstallFacts>) => installKind({ ...facts, ...differing });
const inAppImage = { execPath: '/tmp/.mount_x/findface-session-manager' };
const env = { APPIMAGE: '/home/a/x.AppImage', APPDIR: '/tmp/.mount_x' };

describe('How the app was installed', () => {
  test('is told by the package on Linux', () => {
    expect(kind({ packageType: 'deb' })).toBe('deb');
    expect(kind({ packageType: 'rpm\n' })).toBe('rpm');
    expect(kind({})).toBe('archive');
    expect(kind({ packageType: 'pacman' })).toBe('archive');
  });

  test('is an AppImage only if the program lies in it', () => {
    expect(kind({ ...inAppImage, env })).toBe('app-image');
    // The terminal is an AppImage, not the app.
    expect(kind({ env, packageType: 'deb' })).toBe('deb');
    expect(kind({ env })).toBe('archive');
    expect(kind({ ...inAppImage, env: { APPIMAGE: env.APPIMAGE } })).toBe('archive');
    expect(kind({ ...inAppImage, env: { ...env, APPIMAGE: 'x.AppImage' } })).toBe('archive');
    expect(kind({ execPath: '/tmp/.mount_xyz/a', env })).toBe('archive');
  });

  test('is known on the other systems', () => {
    expect(kind({ platform: 'win32' })).toBe('windows-installer');
    expect(kind({ platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'C:\\x.exe' } })).toBe(
      'windows-portable',
    );
    expect(kind({ platform: 'darwin' })).toBe('macos');
    expect(kind({ isPackaged: false, packageType: 'deb' })).toBe('source');
  });

  test('decides with the release keys whether the app can be updated', () => {
    expect(updateSupport('deb', 2)).toBe('yes');
    expect(updateSupport('app-image', 0)).toBe('no-key');
    for (const other of ['windows-portable', 'archive', 'source'] as const)
      expect(updateSupport(other, 2)).toBe('not-installed');
  });
});
