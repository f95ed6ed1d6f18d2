import { describe, expect, test } from 'vitest';
import { debCompression, debControl } from '../../../../scripts/package/fpm/deb-control.ts';
import { readFpmArguments } from '../../../../scripts/package/fpm/fpm-arguments.ts';
import { rpmArchitecture, rpmSpec } from '../../../../scripts/package/fpm/rpm-spec.ts';

/** As electron-builder 26.17 passes them. */
const common = [
  ...[
    '--architecture',
    'amd64',
    '--after-install',
    '/tmp/after-install',
    '--after-remove',
    '/tmp/after-remove',
  ],
  ...['--description', 'Keeps sessions\n Logs in to servers.\n\n 100% plain.', '--version', '1.0.0~beta.1'],
  ...['--package', '/dist/made', '--name', 'findface-session-manager', '--maintainer', 'A <a@b.example>'],
  ...['--vendor', 'A <a@b.example>', '--url', 'https://b.example/', '--license', 'MIT'],
];
const paths = ['/dist/linux-unpacked/=/opt/FindFace Session Manager', '/tmp/a=b.png=/usr/share/icons/a.png'];
const debArguments = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgtk-3-0t64 | libgtk-3-0'],
  ...['--deb-recommends', 'gnome-keyring', '--deb-compression', 'gz', ...common],
  ...['--category', 'utils', '--deb-priority', 'optional', ...paths],
];
const rpmArguments = [
  ...['-s', 'dir', '--force', '-t', 'rpm', '-d', 'nss', '--rpm-compression', 'xzmt'],
  ...[...common, '--rpm-summary', 'Keeps 100% of the sessions', '--iteration', '7', ...paths],
];

describe('the stand-in for fpm', () => {
  test('refuses an argument that it does not know', () => {
    expect(() => readFpmArguments([...debArguments, '--deb-systemd', 'x'])).toThrow('--deb-systemd');
    expect(() => readFpmArguments(['-s', 'dir', '-t', 'pacman'])).toThrow('Only deb and rpm');
    expect(() => readFpmArguments(['-s', 'gem', '-t', 'deb'])).toThrow('only of folders');
    expect(() => readFpmArguments([...debArguments, '/tmp/loose.txt'])).toThrow('where to install');
  });

  test('needs what a package cannot be without', () => {
    const nameless = debArguments.filter((arg) => arg !== '--name' && arg !== 'findface-session-manager');
    expect(() => readFpmArguments(nameless)).toThrow('--name is missing');
  });

  test('installs each path where the last = says', () => {
    expect(readFpmArguments(debArguments).paths).toEqual([
      { from: '/dist/linux-unpacked/', to: '/opt/FindFace Session Manager' },
      { from: '/tmp/a=b.png', to: '/usr/share/icons/a.png' },
    ]);
  });

  test('writes the control data of a deb', () => {
    const request = readFpmArguments(debArguments);
    expect(debControl(request, 1234)).toBe(`Package: findface-session-manager
Version: 1.0.0~beta.1
License: MIT
Vendor: A <a@b.example>
Architecture: amd64
Maintainer: A <a@b.example>
Installed-Size: 1234
Depends: libnss3, libgtk-3-0t64 | libgtk-3-0
Recommends: gnome-keyring
Section: utils
Priority: optional
Homepage: https://b.example/
Description: Keeps sessions
 Logs in to servers.
 .
 100% plain.
`);
    expect(debCompression(request.compression)).toBe('-Zgzip');
  });

  test('writes the spec of an rpm, whose scripts are for bash', () => {
    const request = readFpmArguments(rpmArguments);
    const spec = rpmSpec(request, {
      files: ['opt/FindFace Session Manager/100%'],
      folders: ['opt/FindFace Session Manager'],
      afterInstall: '#!/bin/bash\necho "%name"\n',
      afterRemove: '',
    });
    expect(spec).toContain('Version: 1.0.0~beta.1\nRelease: 7\nSummary: Keeps 100%% of the sessions\n');
    expect(spec).toContain('\nRequires: nss\n');
    expect(spec).toContain('\n%post -p /bin/bash\necho "%%name"\n');
    expect(spec).not.toContain('%postun');
    expect(spec).toContain('%dir "/opt/FindFace Session Manager"\n"/opt/FindFace Session Manager/100%%"\n');
    expect(spec).toContain('%global _binary_payload w6T0.xzdio\n');
    expect(() => rpmSpec({ ...request, compression: 'odd' }, { ...none })).toThrow('compression odd');
    expect(rpmArchitecture(request.architecture)).toBe('x86_64');
  });
});

const none = { files: [], folders: [], afterInstall: '', afterRemove: '' };
